package dev.fettle.sampler.genetic;

import dev.fettle.random.Seed;
import dev.fettle.sampler.population.Genes;
import dev.fettle.sampler.population.Outcome;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * One of a generation: the point that is tried, and the genes that it has. Nobody may write into the array, so it is for any
 * thread.
 *
 * @param genes {@code [dimensions]} in [0, 1]
 */
record Member(Point point, double[] genes) {
    /** One whose trial has ended. */
    record Rated(Member member, Outcome end) {}

    /** Those of points by chance, one behind the other; each has its own stream for what is inactive. */
    static List<Member> of(List<Point> points, Genes genes, Seed seed) {
        List<Member> members = new ArrayList<>(points.size());
        for (Point point : points) {
            members.add(of(point, genes, seed.child(members.size())));
        }
        return List.copyOf(members);
    }

    static Member of(Point point, Genes genes, Seed seed) {
        return new Member(point, genes.of(point, seed.random()));
    }

    /** The members of a generation with the ends that are there. */
    static List<Rated> rated(List<Member> members, List<Outcome> ends) {
        List<Rated> rated = new ArrayList<>(ends.size());
        for (Outcome end : ends) {
            rated.add(new Rated(members.get(rated.size()), end));
        }
        return List.copyOf(rated);
    }
}
