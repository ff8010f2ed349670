package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A score of predictions on rows that were held out, by scikit-learn's definitions. Immutable, for any thread; equal to
 * another of its kind.
 *
 * <pre>{@code
 * double half = Metrics.ACCURACY.score(new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.6, 0.4}});
 * double most = Metrics.ACCURACY.score(new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.6, 0.4}}, new double[] {3, 1});  // 0.75
 * }</pre>
 *
 * <p>For both kinds: at least one row that counts; NaN among the predictions gives NaN; the order of the rows does not matter;
 * the arrays are not changed. Shapes are not checked. Rows count by weights {@code [n]}, finite and at least 0, all 1 where
 * none are given: a row of weight 2 as two rows, one of weight 0 not at all but for the label that it has, as in scikit-learn.
 */
public sealed interface Metric extends Serializable {
    /** As typed in a cell: {@code log_loss}; lower case, no other metric's. */
    String id();

    /** Which way is better. */
    Direction direction();

    /** Whether rows may count differently; unless said otherwise they may. */
    default boolean weighs() {
        return true;
    }

    /** The score of a perfect prediction, that none is better than: unless said otherwise 1 of a gain and 0 of a loss. */
    default double perfect() {
        return direction() == Direction.MAXIMIZE ? 1 : 0;
    }

    /** Scores class probabilities. */
    non-sealed interface OfClasses extends Metric {
        /** Whether it needs two classes, of which it scores the second. */
        default boolean binary() {
            return false;
        }

        /** Whether only the likeliest class of a row matters, of equals the first. */
        default boolean counts() {
            return false;
        }

        /**
         * What right classes lack for a score to be defined, "a second class" say; empty if any will do.
         *
         * @param y {@code [n]}, at least one
         */
        default Optional<String> lack(int[] y) {
            return Optional.empty();
        }

        /**
         * The score of class probabilities.
         *
         * @param y {@code [n]} right classes, 0 … k − 1, some of which may be missing
         * @param p {@code [n][k]}, each in [0, 1]
         * @param w {@code [n]} how much each row counts
         */
        double score(int[] y, double[][] p, double[] w);

        /** The score where all rows count alike. */
        default double score(int[] y, double[][] p) {
            return score(y, p, ones(y.length));
        }

        /**
         * What makes a score less than it seems, where scikit-learn warns: part of it is not defined, and counts 0 or not at all.
         * Half a sentence, the same for all data; empty if nothing.
         */
        default Optional<String> warning(int[] y, double[][] p, double[] w) {
            return Optional.empty();
        }
    }

    /** Scores predicted values. */
    non-sealed interface OfValues extends Metric {
        /**
         * What right values lack for a score to be defined, "a second row" say; empty if any will do.
         *
         * @param y {@code [n]}, at least one
         */
        default Optional<String> lack(double[] y) {
            return Optional.empty();
        }

        /**
         * The score of predicted values.
         *
         * @param y {@code [n]} right values, finite
         * @param predicted {@code [n]}
         * @param w {@code [n]} how much each row counts
         */
        double score(double[] y, double[] predicted, double[] w);

        /** The score where all rows count alike. */
        default double score(double[] y, double[] predicted) {
            return score(y, predicted, ones(y.length));
        }
    }

    private static double[] ones(int n) {
        return DoubleStream.generate(() -> 1).limit(n).toArray();
    }
}
