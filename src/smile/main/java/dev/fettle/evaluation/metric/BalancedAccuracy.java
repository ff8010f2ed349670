package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean over the classes that occur of the share of their rows that were found. */
record BalancedAccuracy() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "balanced_accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, Confusion::balancedAccuracy);
    }
}
