package dev.fettle.sampler;

import dev.fettle.math.Sobol;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Feasible;
import dev.fettle.space.grid.Grid;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Points by chance, each parameter by its law: uniform in the unit cube, and so in the scale of each parameter; one below a
 * condition as soon as that holds. A finite space is drawn without replacement, each point once and what is left by its law;
 * elsewhere the draws are independent, and one value of a condition may lead to a single point that comes again and again.
 * Points that fail a constraint are drawn again, and one in a thousand of them is moved to where the constraints hold, as
 * {@link Feasible} says; after {@value Walk#PATIENCE} of them in a row there is nothing more to propose.
 *
 * <pre>{@code
 * Search search = new RandomSampler(true).start(Question.of(space, Goal.maximize("accuracy")), new Seed(42));
 * Search.Step step = search.propose(10, () -> true);
 * }</pre>
 *
 * @param quasi whether the points are those of a scrambled Sobol sequence, which fill the cube more evenly
 */
public record RandomSampler(boolean quasi) implements Sampler {
    /** So many draws that fail a constraint cost about as much as one place that is looked for. */
    private static final int EVERY = 1_000;

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
        boolean thin = !space.constraints().isEmpty() && space.size().getAsLong() > Grid.COUNTABLE;
        return all != null && alike && !thin && draws instanceof Independent ? all : new WithoutReplacement(draws, all);
    }

    /**
     * What a place holds that draws a place of the cube; every so often, where the draw fails a constraint, a place that does not is
     * looked for, so that constraints may hold as rarely as they like.
     */
    private record Draw(SearchSpace space, Feasible feasible, Seed seed) {
        static Draw of(SearchSpace space, Seed seed) {
            return new Draw(space, new Feasible(space), seed);
        }

        Sequence.@Nullable Place at(long place, double[] u, BooleanSupplier goOn) {
            Point point = space.decode(u);
            if (space.allows(point)) {
                return new Sequence.Place.Fresh(point);
            }
            if (place % EVERY != EVERY - 1) {
                return new Sequence.Place.Failing();
            }
            RandomGenerator random = seed.child(place).child("feasible").random();
            double[] found = feasible.drawn(u, random, goOn);
            if (!goOn.getAsBoolean()) {
                return null;
            }
            return found == null ? new Sequence.Place.Failing() : new Sequence.Place.Fresh(space.decode(found));
        }
    }

    private record Independent(SearchSpace space, Seed seed, Draw draw) implements Sequence {
        Independent(SearchSpace space, Seed seed) {
            this(space, seed, Draw.of(space, seed));
        }

        @Override
        public @Nullable Place at(long place, BooleanSupplier goOn) {
            RandomGenerator random = seed.child(place).random();
            double[] u = new double[space.dimensions()];
            for (int i = 0; i < u.length; i++) {
                u[i] = random.nextDouble();
            }
            return draw.at(place, u, goOn);
        }
    }

    private record Quasi(Scrambled points, Draw draw) implements Sequence {
        static Quasi of(SearchSpace space, Seed seed) {
            int dimensions = space.dimensions();
            if (dimensions > Sobol.DIMENSIONS) {
                throw new IllegalArgumentException("Space (" + dimensions + " dimensions) must have at most "
                        + Sobol.DIMENSIONS + " for Sobol points. Maybe plain random ones.");
            }
            return new Quasi(new Scrambled(dimensions, seed), Draw.of(space, seed));
        }

        @Override
        public long size() {
            return Sobol.POINTS;
        }

        @Override
        public @Nullable Place at(long place, BooleanSupplier goOn) {
            return draw.at(place, points.at(place), goOn);
        }
    }
}
