package dev.fettle.learner.kernel;

import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Vectors;
import smile.regression.Regression;

/**
 * What a Gaussian process expects of a row: a sum of covariances with the training rows.
 *
 * @param scale the length scale
 * @param weights {@code [n]}
 * @param mean of the target
 */
record GaussianProcess(Covariance covariance, ColumnMatrix rows, double scale, double[] weights, double mean)
        implements Regression<double[]> {
    private static final long serialVersionUID = 1;

    @Override
    public double predict(double[] x) {
        double[] k = rows.squaredDistances(x);
        for (int i = 0; i < k.length; i++) {
            k[i] /= scale * scale;
        }
        covariance.values(k, new double[k.length]);
        return mean + Vectors.dot(weights, k);
    }
}
