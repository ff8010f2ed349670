package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.space.Point;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Trains a model from a point, rows and what they have led to: what stands behind {@code --model f} in a notebook. Must be
 * safe for as many threads as there are jobs.
 */
public sealed interface Trainer extends Serializable {
    /** Whether it learns such a target. */
    boolean learns(Dataset.Target target);

    /**
     * Trains on all rows.
     *
     * @param train complete numbers and a target that it learns
     * @return a {@code Classifier<double[]>} of Smile, a {@code Regression<double[]>} or a {@code ToDoubleFunction<double[]>}
     */
    Object train(Point point, Dataset train) throws Exception;

    /** Rows are shared by all folds and trials; what a trainer writes into its own must not reach another. */
    private static double[][] copy(double[][] x) {
        return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    }

    /** Learns classes. */
    @FunctionalInterface
    non-sealed interface OfClasses extends Trainer {
        /**
         * Trains on all rows.
         *
         * @param x {@code [n][p]}, finite
         * @param y {@code [n]}, the classes of these rows as 0, 1, …, each with a row
         */
        Object train(Point point, double[][] x, int[] y) throws Exception;

        @Override
        default boolean learns(Dataset.Target target) {
            return target instanceof Dataset.Classes;
        }

        @Override
        default Object train(Point point, Dataset train) throws Exception {
            return train(
                    point,
                    Trainer.copy(train.x()),
                    ((Dataset.Classes) train.target()).y().clone());
        }
    }

    /** Learns values. */
    @FunctionalInterface
    non-sealed interface OfValues extends Trainer {
        /**
         * Trains on all rows.
         *
         * @param x {@code [n][p]}, finite
         * @param y {@code [n]}, finite
         */
        Object train(Point point, double[][] x, double[] y) throws Exception;

        @Override
        default boolean learns(Dataset.Target target) {
            return target instanceof Dataset.Values;
        }

        @Override
        default Object train(Point point, Dataset train) throws Exception {
            return train(
                    point,
                    Trainer.copy(train.x()),
                    ((Dataset.Values) train.target()).y().clone());
        }
    }
}
