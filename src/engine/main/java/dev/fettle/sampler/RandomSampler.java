package dev.fettle.sampler;

import dev.fettle.math.Sobol;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import java.util.random.RandomGenerator;

/**
 * Points by chance, each parameter by its law: uniform in the unit cube, and so in the scale of each parameter; one below a
 * condition as soon as that holds. A finite space is drawn without replacement, each point once and what is left by its law;
 * elsewhere the draws are independent, and one value of a condition may lead to a single point that comes again and again.
 * Points that fail a constraint are drawn again; after {@value Walk#PATIENCE} of them in a row there is nothing more to
 * propose.
 *
 * <pre>{@code
 * Search search = new RandomSampler(true).start(Question.of(space, Goal.maximize("accuracy")), new Seed(42));
 * Search.Step step = search.propose(10, () -> true);
 * }</pre>
 *
 * @param quasi whether the points are those of a scrambled Sobol sequence, which fill the cube more evenly
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
        boolean sobol = quasi && space.dimensions() > 0;
        Sequence draws = sobol ? Quasi.of(space, seed) : new Independent(space, seed);
        return new Walk(sequence(space, seed, draws), sobol ? "sobol" : "random", Walk.PATIENCE);
    }

    private static Sequence sequence(SearchSpace space, Seed seed, Sequence draws) {
        if (space.size().isEmpty()) {
            return draws;
        }
        Sequence all = Grid.of(space)
                .map(grid -> new Sequence.Numbered(grid, new Permutation(grid.size(), seed)::at))
                .orElse(null);
        boolean alike = space.parameters().stream().allMatch(p -> p.condition() == null)
                && space.scalars().stream().allMatch(Scalar::equallyLikely);
        return all != null && alike && draws instanceof Independent ? all : new WithoutReplacement(draws, all);
    }

    private static Sequence.Place place(SearchSpace space, double[] u) {
        Point point = space.decode(u);
        return space.allows(point) ? new Sequence.Place.Fresh(point) : new Sequence.Place.Failing();
    }

    private record Independent(SearchSpace space, Seed seed) implements Sequence {
        @Override
        public Place at(long place) {
            RandomGenerator random = seed.child(place).random();
            double[] u = new double[space.dimensions()];
            for (int i = 0; i < u.length; i++) {
                u[i] = random.nextDouble();
            }
            return place(space, u);
        }
    }

    private record Quasi(SearchSpace space, Scrambled points) implements Sequence {
        static Quasi of(SearchSpace space, Seed seed) {
            int dimensions = space.dimensions();
            if (dimensions > Sobol.DIMENSIONS) {
                throw new IllegalArgumentException("Space (" + dimensions + " dimensions) must have at most "
                        + Sobol.DIMENSIONS + " for Sobol points. Maybe plain random ones.");
            }
            return new Quasi(space, new Scrambled(dimensions, seed));
        }

        @Override
        public long size() {
            return Sobol.POINTS;
        }

        @Override
        public Place at(long place) {
            return place(space, points.at(place));
        }
    }
}
