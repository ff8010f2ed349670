package dev.fettle.learner.kernel;

import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Vectors;
import smile.regression.Regression;

/**
 * A sum of kernels around training rows.
 *
 * @param weights {@code [n]}
 */
record KernelSum(Kernel kernel, ColumnMatrix support, double[] weights, double bias) implements Regression<double[]> {
    private static final long serialVersionUID = 1;

    @Override
    public double predict(double[] x) {
        return bias + Vectors.dot(weights, kernel.values(support, x));
    }
}
