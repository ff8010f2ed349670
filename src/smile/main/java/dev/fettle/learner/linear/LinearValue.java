package dev.fettle.learner.linear;

import smile.regression.Regression;

/**
 * A weighted sum of the features.
 *
 * @param weights {@code [p]}
 */
record LinearValue(double[] weights, double intercept) implements Regression<double[]> {
    private static final long serialVersionUID = 1;

    /** One that was learnt around the means of the features and of the target. */
    static LinearValue around(double[] means, double mean, double[] weights) {
        return new LinearValue(weights, mean - LinearScores.sum(weights, means));
    }

    @Override
    public double predict(double[] x) {
        return intercept + LinearScores.sum(weights, x);
    }
}
