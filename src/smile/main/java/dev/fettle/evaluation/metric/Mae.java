package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean absolute error. */
record Mae() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "mae";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        return Means.of(w, i -> Math.abs(y[i] - predicted[i]));
    }
}
