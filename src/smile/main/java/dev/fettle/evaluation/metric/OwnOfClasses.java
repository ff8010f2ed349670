package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** A metric of one's own for classes; whatever the score, there may be a better one. */
record OwnOfClasses(String id, Direction direction, Scorer.OfShares scorer) implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    /** Nobody knows, so it is taken for what it is used as. */
    @Override
    public boolean smooth() {
        return true;
    }

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
