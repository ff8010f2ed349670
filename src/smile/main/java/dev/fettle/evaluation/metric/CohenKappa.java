package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** Cohen's kappa: how much more than by chance right and predicted classes agree, 1 if all do. */
record CohenKappa() implements Metric.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "cohen_kappa";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p) {
        return Confusion.score(y, p, Confusion::kappa);
    }
}
