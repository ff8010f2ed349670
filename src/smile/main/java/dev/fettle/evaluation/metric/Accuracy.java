package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The share of rows whose most likely class is right; of equals the first counts. */
record Accuracy() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "accuracy";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, Confusion::accuracy);
    }
}
