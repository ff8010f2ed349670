package dev.fettle.learner.own;

import dev.fettle.data.Dataset;
import dev.fettle.space.Point;
import java.io.Serializable;

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

    /** Learns classes. */
    @FunctionalInterface
    non-sealed interface OfClasses extends Trainer {
        /**
         * Trains on all rows.
         *
         * @param x {@code [n][p]}, finite
         * @param y {@code [n]}, 0 … k − 1; some of the classes may be missing
         */
        Object train(Point point, double[][] x, int[] y) throws Exception;

        @Override
        default boolean learns(Dataset.Target target) {
            return target instanceof Dataset.Classes;
        }

        @Override
        default Object train(Point point, Dataset train) throws Exception {
            return train(point, train.x(), ((Dataset.Classes) train.target()).y());
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
            return train(point, train.x(), ((Dataset.Values) train.target()).y());
        }
    }
}
