package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What gradient boosting lessens (Friedman, 2001, "Greedy function approximation", Annals of Statistics 29(5)). What an
 * ensemble says so far is {@code [columns][n]}. Immutable, for any thread.
 */
interface Loss {
    /** {@code [columns]}, the best that can be said without a tree; −∞ for a class without rows. */
    double[] start();

    /** The columns for which trees are grown. */
    int[] grown();

    /** {@code [grown][n]}, the negative gradient. */
    double[][] residuals(double[][] said);

    /** What the leaf of some rows adds to a column; {@code residuals[n]} and {@code said[n]} are of that column. */
    double leaf(int[] rows, double[] residuals, double[] said);

    /** From the sums to what is predicted. */
    Link link();

    /** The loss by its name. */
    static Loss of(String name, Dataset train) {
        double[] weights = train.weights();
        if (train.target() instanceof Dataset.Classes c) {
            return LogLoss.of(c, weights);
        }
        double[] y = ((Dataset.Values) train.target()).y();
        return name.equals("absolute_error") ? new AbsoluteError(y, weights) : new SquaredError(y, weights);
    }

    /** What hinders a training, a loss for another kind of target among it. */
    static List<String> problems(Configuration values, Dataset.Shape data) {
        List<String> problems = new ArrayList<>(Settings.problems(values, data));
        String loss = values.text("loss");
        List<String> fitting = data.classes() > 0 ? List.of("log_loss") : List.of("squared_error", "absolute_error");
        if (!loss.equals(Settings.AUTO) && !fitting.contains(loss)) {
            problems.add("loss (" + loss + ") must be " + String.join(" or ", fitting) + " for "
                    + (data.classes() > 0 ? "classes." : "values."));
        }
        return problems;
    }

    /** A loss of values, which has one column. */
    interface OfValues extends Loss {
        @Override
        default int[] grown() {
            return new int[] {0};
        }

        @Override
        default Link link() {
            return Link.IDENTITY;
        }
    }

    /** Half the squared error, section 4.1. */
    record SquaredError(double[] y, double[] weights) implements OfValues {
        @Override
        public double[] start() {
            return new double[] {mean(IntStream.range(0, y.length).toArray(), y)};
        }

        @Override
        public double[][] residuals(double[][] said) {
            return new double[][] {
                IntStream.range(0, y.length).mapToDouble(i -> y[i] - said[0][i]).toArray()
            };
        }

        @Override
        public double leaf(int[] rows, double[] residuals, double[] said) {
            return mean(rows, residuals);
        }

        private double mean(int[] rows, double[] values) {
            double sum = 0;
            double weight = 0;
            for (int i : rows) {
                sum += weights[i] * values[i];
                weight += weights[i];
            }
            return sum / weight;
        }
    }

    /** The absolute error, section 4.2; a leaf's median is the lower of two, as in scikit-learn. */
    record AbsoluteError(double[] y, double[] weights) implements OfValues {
        @Override
        public double[] start() {
            Median median = Median.of(y, weights);
            return new double[] {(median.lower() + median.upper()) / 2};
        }

        @Override
        public double[][] residuals(double[][] said) {
            return new double[][] {
                IntStream.range(0, y.length)
                        .mapToDouble(i -> said[0][i] > y[i] ? -1 : 1)
                        .toArray()
            };
        }

        @Override
        public double leaf(int[] rows, double[] residuals, double[] said) {
            double[] errors =
                    IntStream.of(rows).mapToDouble(i -> y[i] - said[i]).toArray();
            return Median.of(
                            errors,
                            IntStream.of(rows).mapToDouble(i -> weights[i]).toArray())
                    .lower();
        }
    }
}
