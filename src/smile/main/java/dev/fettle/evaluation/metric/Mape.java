package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean of the absolute errors over the size of the target, which counts as at least 2⁻⁵²; 0.1 is ten per cent. */
record Mape() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    private static final double LEAST = Math.ulp(1.0);

    @Override
    public String id() {
        return "mape";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        return Means.of(w, i -> Math.abs(y[i] - predicted[i]) / Math.max(LEAST, Math.abs(y[i])));
    }
}
