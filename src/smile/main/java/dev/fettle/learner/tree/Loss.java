package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
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
    static Loss of(String name, Dataset.Target target) {
        if (target instanceof Dataset.Classes c) {
            return LogLoss.of(c);
        }
        double[] y = ((Dataset.Values) target).y();
        return name.equals("absolute_error") ? new AbsoluteError(y) : new SquaredError(y);
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
    record SquaredError(double[] y) implements OfValues {
        @Override
        public double[] start() {
            return new double[] {mean(y)};
        }

        @Override
        public double[][] residuals(double[][] said) {
            return new double[][] {
                IntStream.range(0, y.length).mapToDouble(i -> y[i] - said[0][i]).toArray()
            };
        }

        @Override
        public double leaf(int[] rows, double[] residuals, double[] said) {
            return mean(IntStream.of(rows).mapToDouble(i -> residuals[i]).toArray());
        }
    }

    /** The absolute error, section 4.2; a leaf's median is the lower of two, as in scikit-learn. */
    record AbsoluteError(double[] y) implements OfValues {
        @Override
        public double[] start() {
            double[] sorted = Arrays.stream(y).sorted().toArray();
            return new double[] {(sorted[(y.length - 1) / 2] + sorted[y.length / 2]) / 2};
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
            return IntStream.of(rows).mapToDouble(i -> y[i] - said[i]).sorted().toArray()[(rows.length - 1) / 2];
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }
}
