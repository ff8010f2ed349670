package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A score of one's own, as a lambda. It must be safe for as many threads as there are jobs, and must not write into its
 * arguments.
 *
 * <pre>{@code
 * Scorer.OfLabels profit = (y, said) -> {
 *     double sum = 0;
 *     for (int i = 0; i < y.length; i++) {
 *         sum += said[i] == 0 ? 0 : y[i] == 1 ? 10 : -2;
 *     }
 *     return sum;
 * };
 * Metric metric = profit.metric("profit", Direction.MAXIMIZE);
 * }</pre>
 */
public sealed interface Scorer extends Serializable {
    /**
     * The metric that it is. It lets all rows count alike.
     *
     * @param id what it is called, a word of letters, digits and underscores
     * @param direction which way is better
     */
    Metric metric(String id, Direction direction);

    /** Scores the likeliest classes. */
    @FunctionalInterface
    non-sealed interface OfLabels extends Scorer {
        /**
         * A score; NaN fails the trial.
         *
         * @param y {@code [n]} right classes, 0 … k − 1 in the order of the labels
         * @param said {@code [n]} the likeliest classes
         */
        double score(int[] y, int[] said);

        @Override
        default Metric.OfClasses metric(String id, Direction direction) {
            OfShares ofShares = (y, p) ->
                    score(y, Arrays.stream(p).mapToInt(Confusion::likeliest).toArray());
            return ofShares.metric(id, direction);
        }
    }

    /** Scores the probabilities of classes. */
    @FunctionalInterface
    non-sealed interface OfShares extends Scorer {
        /**
         * A score; NaN fails the trial.
         *
         * @param y {@code [n]} right classes, 0 … k − 1 in the order of the labels
         * @param p {@code [n][k]} probabilities
         */
        double score(int[] y, double[][] p);

        @Override
        default Metric.OfClasses metric(String id, Direction direction) {
            return new OwnOfClasses(id, direction, this);
        }
    }

    /** Scores predicted values. */
    @FunctionalInterface
    non-sealed interface OfValues extends Scorer {
        /**
         * A score; NaN fails the trial.
         *
         * @param y {@code [n]} right values
         * @param said {@code [n]} predicted values
         */
        double score(double[] y, double[] said);

        @Override
        default Metric.OfValues metric(String id, Direction direction) {
            return new OwnOfValues(id, direction, this);
        }
    }
}
