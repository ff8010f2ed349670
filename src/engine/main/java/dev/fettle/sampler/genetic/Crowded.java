package dev.fettle.sampler.genetic;

import dev.fettle.pareto.Dominance;
import dev.fettle.sampler.population.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Of several goals: parents and children compete for the places of a generation, first by the layer they stand in, then by how
 * lonely they are there (NSGA-II; Deb, Pratap, Agarwal and Meyarivan, 2002, IEEE Transactions on Evolutionary Computation
 * 6(2)). Whoever has no losses stands behind all who have, as the paper has it of broken constraints. Equal points have one
 * place. Immutable, for any thread.
 *
 * @param size how many live on
 */
record Crowded(int size) implements Evolved.Selection {
    /** One with its layer, from 0, and its crowding distance. */
    private record Placed(Member.Rated rated, int layer, double lonely) {
        static int compare(Placed a, Placed b) {
            return a.layer != b.layer ? Integer.compare(a.layer, b.layer) : Double.compare(b.lonely, a.lonely);
        }
    }

    @Override
    public Parents parents(List<Member.Rated> pool) {
        List<Placed> sorted = sorted(pool);
        int[] ranks = new int[sorted.size()];
        for (int i = 1; i < ranks.length; i++) {
            ranks[i] = Placed.compare(sorted.get(i - 1), sorted.get(i)) == 0 ? ranks[i - 1] : i;
        }
        return new Parents(sorted.stream().map(p -> p.rated().member()).toList(), ranks);
    }

    @Override
    public List<Member.Rated> survivors(List<Member.Rated> pool, List<Member.Rated> children) {
        List<Member.Rated> all = new ArrayList<>();
        Set<Object> points = new HashSet<>();
        for (List<Member.Rated> some : List.of(pool, children)) {
            for (Member.Rated one : some) {
                if (points.add(one.member().point())) {
                    all.add(one);
                }
            }
        }
        return sorted(all).stream().limit(size).map(Placed::rated).toList();
    }

    private static List<Placed> sorted(List<Member.Rated> pool) {
        List<Placed> placed = new ArrayList<>();
        int before = 0;
        for (int grade = 0; grade <= 2; grade++) {
            int same = grade;
            List<Member.Rated> some =
                    pool.stream().filter(r -> r.end().grade() == same).toList();
            before = place(some, before, placed);
        }
        placed.sort(Placed::compare);
        return placed;
    }

    /** Adds the layers of some of one grade behind others; the number of layers then. */
    private static int place(List<Member.Rated> some, int before, List<Placed> placed) {
        double[][] losses =
                some.stream().map(Member.Rated::end).map(Outcome::losses).toArray(double[][]::new);
        int layer = before;
        for (int[] front : Dominance.fronts(losses)) {
            double[] lonely = Dominance.crowding(
                    IntStream.of(front).mapToObj(i -> losses[i]).toArray(double[][]::new));
            for (int k = 0; k < front.length; k++) {
                placed.add(new Placed(some.get(front[k]), layer, lonely[k]));
            }
            layer++;
        }
        return layer;
    }
}
