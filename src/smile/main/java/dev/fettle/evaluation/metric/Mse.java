package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean squared error. */
record Mse() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "mse";
    }

    @Override
    public boolean smooth() {
        return true;
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        return Means.squares(y, predicted, w);
    }
}
