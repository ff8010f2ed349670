package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** A metric of one's own for classes; whatever the score, there may be a better one. */
record OwnOfClasses(String id, Direction direction, Scorer.OfShares scorer) implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public double perfect() {
        return direction.loss(Double.NEGATIVE_INFINITY);
    }

    @Override
    public boolean weighs() {
        return false;
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        return scorer.score(y, p);
    }
}
