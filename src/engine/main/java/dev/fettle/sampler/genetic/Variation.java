package dev.fettle.sampler.genetic;

import dev.fettle.random.Seed;
import dev.fettle.sampler.population.Genes;
import dev.fettle.space.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How children come about: two parents, crossed or not, each child mutated or not. Children that break a constraint are drawn
 * again; who still does is moved to where the constraints hold. Immutable, for any thread.
 *
 * @param mating probability that a pair is crossed
 * @param mutating probability that a child is mutated
 * @param gene probability that one of its genes is; one at least
 * @param tournament how many compete to be a parent
 */
record Variation(
        Genes genes,
        Crossover crossover,
        double mating,
        Mutation mutation,
        double mutating,
        double gene,
        int tournament) {
    private static final int DRAWS = 100;

    /** So many children; null if {@code goOn} said no. Each pair has a random stream of its own. */
    @Nullable
    List<Member> children(Parents parents, int count, Seed seed, BooleanSupplier goOn) {
        List<Member> children = new ArrayList<>(count + 1);
        while (children.size() < count) {
            if (!goOn.getAsBoolean()) {
                return null;
            }
            RandomGenerator random = seed.child(children.size()).random();
            Member a = parents.select(tournament, random);
            Member b = parents.select(tournament, random);
            children.addAll(pair(a, b, random, goOn));
        }
        return List.copyOf(children.subList(0, count));
    }

    private List<Member> pair(Member a, Member b, RandomGenerator random, BooleanSupplier goOn) {
        Member one = null;
        Member other = null;
        for (int draw = 0; draw < DRAWS && (one == null || other == null); draw++) {
            double[] first = a.genes().clone();
            double[] second = b.genes().clone();
            boolean crossed = random.nextDouble() < mating;
            if (crossed) {
                crossover.cross(first, second, genes, random);
            }
            boolean firstMutated = mutate(first, random);
            boolean secondMutated = mutate(second, random);
            one = one == null ? child(first, a, crossed || firstMutated) : one;
            other = other == null ? child(second, b, crossed || secondMutated) : other;
        }
        return List.of(one == null ? near(a, b, random, goOn) : one, other == null ? near(b, a, random, goOn) : other);
    }

    /** A child that was moved to where the constraints hold; its parent if there is none. */
    private Member near(Member parent, Member other, RandomGenerator random, BooleanSupplier goOn) {
        double[] own = parent.genes().clone();
        crossover.cross(own, other.genes().clone(), genes, random);
        mutate(own, random);
        double[] place = genes.near(own, random, goOn);
        return place == null ? parent : new Member(genes.space().decode(place), place);
    }

    private @Nullable Member child(double[] own, Member parent, boolean changed) {
        if (!changed) {
            return parent;
        }
        Point point = genes.space().decode(own);
        return genes.space().allows(point) ? new Member(point, own) : null;
    }

    private boolean mutate(double[] own, RandomGenerator random) {
        if (own.length == 0 || random.nextDouble() >= mutating) {
            return false;
        }
        int certain = random.nextInt(own.length);
        for (int i = 0; i < own.length; i++) {
            if (random.nextDouble() < gene || i == certain) {
                own[i] = mutation.mutated(own[i], genes, i, random);
            }
        }
        return true;
    }
}
