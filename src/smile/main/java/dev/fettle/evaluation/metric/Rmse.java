package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The root of the mean squared error. */
record Rmse() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "rmse";
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
        return Math.sqrt(Means.squares(y, predicted, w));
    }
}
