package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** Matthews' correlation of right and predicted classes: 1 if all are right, 0 by chance. */
record Mcc() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "mcc";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, Confusion::correlation);
    }
}
