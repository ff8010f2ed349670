package dev.fettle.mlp;

import java.io.Serializable;

/**
 * A fully connected layer whose parameters lie in one flat array: {@code out} rows of {@code in} weights from {@code
 * offset}, then {@code out} biases. Signals are unit-major, {@code [units][columns]}, so that every inner loop runs over
 * the columns of the batch. Units go in pairs: a call costs as much as a row of a small batch.
 *
 * @param in units before, at least 1
 * @param out units behind, at least 1
 * @param offset of the first weight
 */
record Layer(int in, int out, int offset) implements Serializable {
    /** What the methods need of scratch. */
    static final int SCRATCH = 15;

    int bias() {
        return offset + in * out;
    }

    int end() {
        return bias() + out;
    }

    /**
     * z = W·x + b.
     *
     * @param scratch at least {@link #SCRATCH}
     * @param spare a row that takes the place of the missing one of the last pair
     */
    void forward(double[] theta, double[][] x, double[][] z, double[] scratch, double[] spare, int n) {
        for (int j = 0; j < out; j += 2) {
            int other = Math.min(j + 1, out - 1);
            start(scratch, theta[bias() + j], theta[bias() + other]);
            combine(
                    z[j],
                    j + 1 < out ? z[j + 1] : spare,
                    scratch,
                    theta,
                    offset + j * in,
                    offset + other * in,
                    1,
                    x,
                    n);
        }
    }

    /** The deltas before this layer, without the derivative of their activation: dx = Wᵀ·dz. As {@link #forward}. */
    void backward(double[] theta, double[][] dz, double[][] dx, double[] scratch, double[] spare, int n) {
        for (int i = 0; i < in; i += 2) {
            int other = Math.min(i + 1, in - 1);
            start(scratch, 0, 0);
            combine(dx[i], i + 1 < in ? dx[i + 1] : spare, scratch, theta, offset + i, offset + other, in, dz, n);
        }
    }

    private static void start(double[] terms, double y, double z) {
        terms[0] = y;
        terms[5] = z;
    }

    /**
     * y and z = their start + Σ weight·row over all rows, four rows at a time; the weights of y begin at {@code forY}, those
     * of z at {@code forZ}, each {@code stride} apart.
     *
     * @param terms the starts at 0 and 5
     */
    private static void combine(
            double[] y,
            double[] z,
            double[] terms,
            double[] theta,
            int forY,
            int forZ,
            int stride,
            double[][] rows,
            int n) {
        int last = rows.length - 1;
        for (int i = 0; i <= last; i += 4) {
            // Beyond the end the last row stands in with weight 0: cheaper than a loop for the rest.
            for (int k = 0; k < 4; k++) {
                boolean inside = i + k <= last;
                terms[1 + k] = inside ? theta[forY + (i + k) * stride] : 0;
                terms[6 + k] = inside ? theta[forZ + (i + k) * stride] : 0;
            }
            double[] b = rows[Math.min(i + 1, last)];
            double[] c = rows[Math.min(i + 2, last)];
            double[] d = rows[Math.min(i + 3, last)];
            if (i == 0) {
                Rows.set(y, z, terms, rows[i], b, c, d, n);
            } else {
                Rows.add(y, z, terms, rows[i], b, c, d, n);
            }
        }
    }

    /** The gradient of the mean loss plus penalty: dW = (dz·xᵀ + α·W)/n, db = mean dz. Scratch: {@link #SCRATCH}. */
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
        for (int b = bias(); b < end(); b++) {
            gradient[b] /= n;
        }
    }

    /**
     * Three rows of dz·xᵀ from row j, four columns from column i, and with the first columns the sums of the rows of dz;
     * beyond the end the last row or column is repeated.
     */
    private void products(double[][] x, int i, double[][] dz, int j, double[] gradient, double[] scratch, int n) {
        double[] x2 = x[Math.min(i + 1, in - 1)];
        double[] x3 = x[Math.min(i + 2, in - 1)];
        double[] x4 = x[Math.min(i + 3, in - 1)];
        double[] dz2 = dz[Math.min(j + 1, out - 1)];
        double[] dz3 = dz[Math.min(j + 2, out - 1)];
        int rows = Math.min(3, out - j);
        if (i == 0) {
            Rows.dotsAndSums(scratch, dz[j], dz2, dz3, x[i], x2, x3, x4, n);
            System.arraycopy(scratch, 12, gradient, bias() + j, rows);
        } else {
            Rows.dots(scratch, dz[j], dz2, dz3, x[i], x2, x3, x4, n);
        }
        int columns = Math.min(4, in - i);
        for (int row = 0; row < rows; row++) {
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
