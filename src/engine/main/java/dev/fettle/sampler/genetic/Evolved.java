package dev.fettle.sampler.genetic;

import dev.fettle.random.Seed;
import dev.fettle.sampler.population.Brood;
import dev.fettle.sampler.population.Founders;
import dev.fettle.sampler.population.Genes;
import dev.fettle.sampler.population.Outcome;
import dev.fettle.sampler.population.Population;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Members whose trials have ended, and how the next generation comes of them. Immutable, for any thread.
 *
 * @param size of a generation
 * @param begun whether one of the own generations has ended; before that points are drawn by chance
 * @param pool those that are known; the parents of the next generation, once begun
 */
record Evolved(
        Selection selection, Variation variation, Founders founders, int size, boolean begun, List<Member.Rated> pool)
        implements Population {
    /** Who may have children, and who lives on. Pure functions, for any thread. */
    interface Selection {
        /** The pool as parents, at least one; the survivors of a generation, or what was known before the first, best first. */
        Parents parents(List<Member.Rated> pool);

        /** The pool of the next generation. */
        List<Member.Rated> survivors(List<Member.Rated> pool, List<Member.Rated> children);
    }

    Evolved {
        pool = List.copyOf(pool);
    }

    private Genes genes() {
        return variation.genes();
    }

    @Override
    public Evolved knowing(Outcome earlier) {
        Member member = Member.of(earlier.point(), genes(), new Seed(pool.size()).child("earlier"));
        List<Member.Rated> all = new ArrayList<>(pool);
        all.add(new Member.Rated(member, earlier));
        all.sort((a, b) -> Outcome.BEST_FIRST.compare(a.end(), b.end()));
        return new Evolved(selection, variation, founders, size, false, all.subList(0, Math.min(size, all.size())));
    }

    @Override
    public @Nullable Brood breed(Seed seed, BooleanSupplier goOn) {
        List<Member> members = begun
                ? variation.children(selection.parents(pool), size, seed, goOn)
                : founded(founders.draw(size, seed, goOn), seed);
        return members == null ? null : new Children(this, members);
    }

    private @Nullable List<Member> founded(@Nullable List<Point> points, Seed seed) {
        return points == null ? null : Member.of(points, genes(), seed.child("inactive"));
    }

    private Evolved after(List<Member.Rated> children) {
        return children.isEmpty()
                ? this
                : new Evolved(selection, variation, founders, size, true, selection.survivors(pool, children));
    }

    /** A generation. */
    private record Children(Evolved before, List<Member> members) implements Brood {
        @Override
        public Point point(int index) {
            return members.get(index).point();
        }

        @Override
        public int size() {
            return members.size();
        }

        @Override
        public Brood with(int index, Point point) {
            List<Member> all = new ArrayList<>(members);
            all.set(index, Member.of(point, before.genes(), new Seed(index).child("other")));
            return new Children(before, List.copyOf(all));
        }

        @Override
        public double width() {
            return Genes.width(members.stream().map(Member::genes).toList());
        }

        @Override
        public Population after(List<Outcome> ends) {
            return before.after(Member.rated(members, ends));
        }
    }
}
