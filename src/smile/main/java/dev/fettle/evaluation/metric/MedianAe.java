package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Arrays;

/** The median of the absolute errors; of an even number the mean of the middle two. NaN for NaN. */
record MedianAe() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "median_ae";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted) {
        double[] errors = new double[y.length];
        Arrays.setAll(errors, i -> Math.abs(y[i] - predicted[i]));
        Arrays.sort(errors);
        int half = errors.length / 2;
        // NaN stands last.
        if (Double.isNaN(errors[errors.length - 1])) {
            return Double.NaN;
        }
        return errors.length % 2 == 1 ? errors[half] : 0.5 * (errors[half - 1] + errors[half]);
    }
}
