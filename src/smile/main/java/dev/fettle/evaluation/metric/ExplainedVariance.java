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
    public double score(double[] y, double[] predicted) {
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            errors[i] = y[i] - predicted[i];
        }
        double residual = variance(errors);
        double total = variance(y);
        if (total > 0) {
            return 1 - residual / total;
        }
        return residual > 0 ? 0 : 1 - residual;
    }

    /** 0 where all are equal, whatever rounding makes of their mean. */
    private static double variance(double[] x) {
        double mean = 0;
        boolean alike = true;
        for (double v : x) {
            mean += v / x.length;
            alike &= v == x[0];
        }
        double sum = 0;
        for (double v : x) {
            sum += (v - mean) * (v - mean) / x.length;
        }
        return alike ? 0 : sum;
    }
}
