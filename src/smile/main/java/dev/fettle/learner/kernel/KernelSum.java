package dev.fettle.learner.kernel;

import dev.fettle.math.ColumnMatrix;
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
        double[] k = kernel.values(support, x);
        double sum = bias;
        for (int i = 0; i < k.length; i++) {
            sum = Math.fma(weights[i], k[i], sum);
        }
        return sum;
    }
}
