package dev.fettle.sampler;

import dev.fettle.math.Sobol;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Points by chance: uniform in the unit cube, and so in the scale of each parameter. A finite space is drawn without
 * replacement, each point once; of what has no end, and of a space too entangled for a {@link Grid}, the draws are
 * independent. Points that fail a constraint are drawn again; after {@value Walk#REJECTIONS} of them in a row there is
 * nothing more to propose.
 *
 * @param quasi whether the points are those of a scrambled Sobol sequence, which fill the cube more evenly; a finite space
 *     may then be proposed in part more than once
 */
public record RandomSampler(boolean quasi) implements Sampler {
    /** Plain chance. */
    public RandomSampler() {
        this(false);
    }

    /** @throws IllegalArgumentException if {@link #quasi} and the space has more dimensions than {@link Sobol} */
    @Override
    public Search start(Question question, Seed seed) {
        SearchSpace space = question.space();
        if (quasi && space.dimensions() > 0) {
            return sobol(space, seed);
        }
        return grid(space).map(grid -> shuffled(grid, seed)).orElseGet(() -> independent(space, seed));
    }

    private static Search shuffled(Grid grid, Seed seed) {
        Permutation order = new Permutation(grid.size(), seed);
        return new Walk(
                place -> {
                    long number = order.at(place);
                    return grid.counts(number) ? grid.point(number) : null;
                },
                grid.size(),
                "random",
                0);
    }

    private static Search independent(SearchSpace space, Seed seed) {
        int dimensions = space.dimensions();
        return new Walk(
                draw -> {
                    RandomGenerator random = seed.child(draw).random();
                    double[] u = new double[dimensions];
                    for (int i = 0; i < dimensions; i++) {
                        u[i] = random.nextDouble();
                    }
                    return allowed(space, u);
                },
                Long.MAX_VALUE,
                "random",
                0);
    }

    private static Search sobol(SearchSpace space, Seed seed) {
        int dimensions = space.dimensions();
        if (dimensions > Sobol.DIMENSIONS) {
            throw new IllegalArgumentException("Space (" + dimensions + " dimensions) must have at most "
                    + Sobol.DIMENSIONS + " for Sobol points. Maybe plain random ones.");
        }
        Scrambled points = new Scrambled(dimensions, seed);
        return new Walk(index -> allowed(space, points.at(index)), Sobol.POINTS, "sobol", 0);
    }

    private static @Nullable Point allowed(SearchSpace space, double[] u) {
        Point point = space.decode(u);
        return space.allows(point) ? point : null;
    }

    private static Optional<Grid> grid(SearchSpace space) {
        try {
            return Optional.of(new Grid(space));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
