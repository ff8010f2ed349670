package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** A metric of one's own for values; whatever the score, there may be a better one. */
record OwnOfValues(String id, Direction direction, Scorer.OfValues scorer) implements Metric.OfValues {
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
    public double score(double[] y, double[] predicted, double[] w) {
        return scorer.score(y, predicted);
    }
}
