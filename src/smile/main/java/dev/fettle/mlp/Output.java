package dev.fettle.mlp;

import dev.fettle.math.Elementary;

/** What the last layer gives and how it is scored; always the pair whose delta is output − target. */
enum Output {
    /** Class probabilities of three or more classes, mean cross-entropy. */
    SOFTMAX {
        @Override
        void apply(double[][] z, double[] scratch, double[] more, int n) {
            System.arraycopy(z[0], 0, scratch, 0, n);
            for (int k = 1; k < z.length; k++) {
                Rows.max(scratch, z[k], n);
            }
            for (double[] row : z) {
                Rows.subtract(row, row, scratch, n);
                Elementary.exp(row, more, n);
            }
            Rows.fill(scratch, 0, n);
            for (double[] row : z) {
                Rows.add(scratch, 1, row, n);
            }
            for (double[] row : z) {
                Rows.divide(row, scratch, n);
            }
        }

        @Override
        double loss(double[][] output, Samples told, double[] scratch) {
            Rows.fill(scratch, 0, told.size());
            for (int k = 0; k < output.length; k++) {
                Rows.addProduct(scratch, output[k], told.y()[k], told.size());
            }
            return crossEntropy(scratch, told);
        }
    },
    /** The probability of the second of two classes, mean cross-entropy. */
    LOGISTIC {
        @Override
        void apply(double[][] z, double[] scratch, double[] more, int n) {
            Elementary.logistic(z[0], scratch, more, n);
        }

        @Override
        double loss(double[][] output, Samples told, double[] scratch) {
            for (int i = 0; i < told.size(); i++) {
                scratch[i] = 1 - Math.abs(told.y()[0][i] - output[0][i]);
            }
            return crossEntropy(scratch, told);
        }
    },
    /** A value, half the mean squared error. */
    IDENTITY {
        @Override
        void apply(double[][] z, double[] scratch, double[] more, int n) {}

        @Override
        double loss(double[][] output, Samples told, double[] scratch) {
            int n = told.size();
            Rows.subtract(scratch, output[0], told.y()[0], n);
            return 0.5 * Rows.squares(scratch, told.weights(), n) / told.total();
        }
    };

    private static final double EPSILON = Math.ulp(1.0);
    /** So many probabilities of at least 2^−52 can be multiplied without underflow. */
    private static final int CHUNK = 16;

    /**
     * The output of the sums.
     *
     * @param z {@code [outputs][n]}, overwritten
     * @param scratch at least {@code n}
     * @param more scratch, at least {@code n}
     */
    abstract void apply(double[][] z, double[] scratch, double[] more, int n);

    /**
     * Changes of the sums become those of the output.
     *
     * @param changes {@code [n][outputs]}
     * @param output {@code [outputs][n]}
     */
    void chain(double[][] changes, double[][] output, int n) {
        for (int i = 0; i < n && this != IDENTITY; i++) {
            double mean = 0;
            for (int k = 0; k < output.length; k++) {
                mean = Math.fma(output[k][i], changes[i][k], mean);
            }
            for (int k = 0; k < output.length; k++) {
                changes[i][k] = output[k][i] * (changes[i][k] - mean);
            }
        }
    }

    /** The weighted mean loss over the columns, without the penalty. */
    abstract double loss(double[][] output, Samples told, double[] scratch);

    /** −mean ln p with p clipped to [ε, 1 − ε]. */
    private static double crossEntropy(double[] p, Samples told) {
        double[] weights = told.weights();
        return -(weights == null ? logarithms(p, told.size()) : logarithms(p, weights, told.size())) / told.total();
    }

    private static double logarithms(double[] p, double[] weights, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i] * StrictMath.log(clip(p[i]));
        }
        return sum;
    }

    /** A sum of logarithms is the logarithm of a product, and far cheaper. */
    private static double logarithms(double[] p, int n) {
        double sum = 0;
        for (int from = 0; from < n; from += CHUNK) {
            double product = 1;
            for (int i = from; i < Math.min(n, from + CHUNK); i++) {
                product *= clip(p[i]);
            }
            sum += StrictMath.log(product);
        }
        return sum;
    }

    private static double clip(double p) {
        return Math.min(1 - EPSILON, Math.max(EPSILON, p));
    }
}
