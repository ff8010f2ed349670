package dev.fettle.kernel.method;

import dev.fettle.sampler.genetic.Crossover;
import dev.fettle.sampler.genetic.Mutation;

/** The ways in which points inherit, by the words of the cell. */
final class Operators {
    private static final double BEYOND = 0.5;
    private static final double ETA = 20;

    private Operators() {}

    /** {@code --mate}: how two parents are mixed. */
    enum Mate {
        TWO_POINT,
        UNIFORM,
        BLEND,
        SBX;

        Crossover crossover() {
            return switch (this) {
                case TWO_POINT -> new Crossover.TwoPoint();
                case UNIFORM -> new Crossover.Uniform();
                case BLEND -> new Crossover.Blend(BEYOND);
                case SBX -> new Crossover.Simulated(ETA);
            };
        }
    }

    /** {@code --mutate}: how a gene changes. */
    enum Mutate {
        GAUSSIAN,
        POLYNOMIAL;

        /** @param sigma the deviation of a normal step, as a share of the range */
        Mutation mutation(double sigma) {
            return this == GAUSSIAN ? new Mutation.Gaussian(sigma) : new Mutation.Polynomial(ETA);
        }
    }
}
