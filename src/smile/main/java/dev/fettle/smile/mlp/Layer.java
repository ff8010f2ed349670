package dev.fettle.smile.mlp;

import java.io.Serializable;

/**
 * A fully connected layer whose parameters lie in one flat array: {@code out} rows of {@code in} weights from {@code
 * offset}, then {@code out} biases. Signals are unit-major, {@code [units][columns]}, so that every inner loop runs over
 * the columns of the batch.
 *
 * @param in units before, at least 1
 * @param out units behind, at least 1
 * @param offset of the first weight
 */
record Layer(int in, int out, int offset) implements Serializable {
    /** What {@link #gradient} needs of scratch. */
    static final int SCRATCH = 12;

    int bias() {
        return offset + in * out;
    }

    int end() {
        return bias() + out;
    }

    /** z = W·x + b. */
    void forward(double[] theta, double[][] x, double[][] z, int n) {
        for (int j = 0; j < out; j++) {
            combine(z[j], theta[bias() + j], theta, offset + j * in, 1, x, n);
        }
    }

    /** The deltas before this layer, without the derivative of their activation: dx = Wᵀ·dz. */
    void backward(double[] theta, double[][] dz, double[][] dx, int n) {
        for (int i = 0; i < in; i++) {
            combine(dx[i], 0, theta, offset + i, in, dz, n);
        }
    }

    /** z = start + Σ weight·row over all rows, the weights {@code stride} apart, four rows at a time. */
    private static void combine(double[] z, double start, double[] theta, int at, int stride, double[][] rows, int n) {
        int last = rows.length - 1;
        for (int i = 0, w = at; i <= last; i += 4, w += 4 * stride) {
            // Beyond the end the last row stands in with weight 0: cheaper than a loop for the rest.
            double[] b = rows[Math.min(i + 1, last)];
            double[] c = rows[Math.min(i + 2, last)];
            double[] d = rows[Math.min(i + 3, last)];
            double q = i + 1 > last ? 0 : theta[w + stride];
            double r = i + 2 > last ? 0 : theta[w + 2 * stride];
            double s = i + 3 > last ? 0 : theta[w + 3 * stride];
            if (i == 0) {
                Rows.set(z, start, theta[w], rows[i], q, b, r, c, s, d, n);
            } else {
                Rows.add(z, theta[w], rows[i], q, b, r, c, s, d, n);
            }
        }
    }

    /**
     * The gradient of the mean loss plus penalty: dW = (dz·xᵀ + α·W)/n, db = mean dz.
     *
     * @param scratch at least {@link #SCRATCH}
     */
    void gradient(
            double[] theta, double alpha, double[][] x, double[][] dz, double[] gradient, double[] scratch, int n) {
        for (int j = 0; j < out; j += 3) {
            for (int i = 0; i < in; i += 4) {
                products(x, i, dz, j, gradient, scratch, n);
            }
        }
        for (int w = offset; w < bias(); w++) {
            gradient[w] = (gradient[w] + alpha * theta[w]) / n;
        }
        for (int j = 0; j < out; j++) {
            gradient[bias() + j] = Rows.sum(dz[j], n) / n;
        }
    }

    /** Three rows of dz·xᵀ from row j, four columns from column i; beyond the end the last row or column is repeated. */
    private void products(double[][] x, int i, double[][] dz, int j, double[] gradient, double[] scratch, int n) {
        int i2 = Math.min(i + 1, in - 1);
        int i3 = Math.min(i + 2, in - 1);
        int i4 = Math.min(i + 3, in - 1);
        int j2 = Math.min(j + 1, out - 1);
        int j3 = Math.min(j + 2, out - 1);
        Rows.dots(scratch, dz[j], dz[j2], dz[j3], x[i], x[i2], x[i3], x[i4], n);
        int columns = Math.min(4, in - i);
        for (int row = 0; row < Math.min(3, out - j); row++) {
            System.arraycopy(scratch, 4 * row, gradient, offset + (j + row) * in + i, columns);
        }
    }

    /** The sum of the squared weights, biases not counted. */
    double squares(double[] theta) {
        double even = 0;
        double odd = 0;
        for (int w = offset; w + 1 < bias(); w += 2) {
            even = Math.fma(theta[w], theta[w], even);
            odd = Math.fma(theta[w + 1], theta[w + 1], odd);
        }
        if ((bias() - offset) % 2 == 1) {
            even = Math.fma(theta[bias() - 1], theta[bias() - 1], even);
        }
        return even + odd;
    }
}
