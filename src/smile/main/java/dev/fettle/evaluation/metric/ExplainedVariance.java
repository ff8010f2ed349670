package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** One less the share of the variance of the targets that the errors have: {@link R2} whose errors may have a mean. */
record ExplainedVariance() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "explained_variance";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            errors[i] = y[i] - predicted[i];
        }
        return Means.explained(Means.variance(errors, w), Means.variance(y, w));
    }
}
