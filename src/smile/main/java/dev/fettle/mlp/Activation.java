package dev.fettle.mlp;

import dev.fettle.math.Elementary;

/**
 * What a hidden unit does to its sum. The derivative is taken from the output, as scikit-learn does. Signals are
 * {@code [columns][units]}.
 */
enum Activation {
    IDENTITY {
        @Override
        void apply(double[][] z, double[] b, double bound, double[] scratch, double[] more, int n, int units) {
            for (int i = 0; i < n; i++) {
                Rows.add(z[i], 1, b, units);
            }
        }

        @Override
        void chain(double[][] delta, double[][] h, int n, int units) {}
    },
    LOGISTIC {
        @Override
        void apply(double[][] z, double[] b, double bound, double[] scratch, double[] more, int n, int units) {
            for (int i = 0; i < n; i++) {
                Rows.add(z[i], 1, b, units);
                Elementary.logistic(z[i], scratch, more, units);
            }
        }

        @Override
        void chain(double[][] delta, double[][] h, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] d = delta[i];
                double[] y = h[i];
                for (int j = 0; j < units; j++) {
                    d[j] *= y[j] * (1 - y[j]);
                }
            }
        }
    },
    TANH {
        @Override
        void apply(double[][] z, double[] b, double bound, double[] scratch, double[] more, int n, int units) {
            Elementary.tanh(z, b, bound, n, units);
        }

        @Override
        void chain(double[][] delta, double[][] h, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] d = delta[i];
                double[] y = h[i];
                for (int j = 0; j < units; j++) {
                    d[j] *= 1 - y[j] * y[j];
                }
            }
        }

        @Override
        void backward(double[][] s, double[][] w, double[][] h, double[][] delta, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] p = s[i];
                double[] d = delta[i];
                double[] y = h[i];
                double[] w0 = w[0];
                double[] w1 = w[1];
                double[] w2 = w[2];
                double[] w3 = w[3];
                double p0 = p[0];
                double p1 = p[1];
                double p2 = p[2];
                double p3 = p[3];
                for (int j = 0; j < units; j++) {
                    double sum = Math.fma(p0, w0[j], Math.fma(p1, w1[j], Math.fma(p2, w2[j], p3 * w3[j])));
                    d[j] = sum * (1 - y[j] * y[j]);
                }
            }
        }
    },
    RELU {
        /** Exact below 2^1023, and far cheaper than a maximum, which looks out for NaN and −0. */
        @Override
        void apply(double[][] z, double[] b, double bound, double[] scratch, double[] more, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] row = z[i];
                for (int j = 0; j < units; j++) {
                    double sum = row[j] + b[j];
                    row[j] = 0.5 * (sum + Math.abs(sum));
                }
            }
        }

        /** A mask by rounding up, since C2 does not vectorise a condition; 1 for outputs from 2^−474 to 2^600. */
        @Override
        void chain(double[][] delta, double[][] h, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] d = delta[i];
                double[] y = h[i];
                for (int j = 0; j < units; j++) {
                    d[j] *= Math.ceil(y[j] * 0x1p-600);
                }
            }
        }

        @Override
        void backward(double[][] s, double[][] w, double[][] h, double[][] delta, int n, int units) {
            for (int i = 0; i < n; i++) {
                double[] p = s[i];
                double[] d = delta[i];
                double[] y = h[i];
                double[] w0 = w[0];
                double[] w1 = w[1];
                double[] w2 = w[2];
                double[] w3 = w[3];
                double p0 = p[0];
                double p1 = p[1];
                double p2 = p[2];
                double p3 = p[3];
                for (int j = 0; j < units; j++) {
                    double sum = Math.fma(p0, w0[j], Math.fma(p1, w1[j], Math.fma(p2, w2[j], p3 * w3[j])));
                    d[j] = sum * Math.ceil(y[j] * 0x1p-600);
                }
            }
        }
    };

    /**
     * z = f(z + b) for the first n columns.
     *
     * @param b the biases of the units
     * @param bound what no sum exceeds in size; NaN if that is not known
     * @param scratch at least {@code units}
     * @param more scratch, at least {@code units}
     */
    abstract void apply(double[][] z, double[] b, double bound, double[] scratch, double[] more, int n, int units);

    /** delta *= f′ for the first n columns, where h = f(z + b) is the output. */
    abstract void chain(double[][] delta, double[][] h, int n, int units);

    /** delta += s·(f′)˙ for the first n columns, where f′ changes since h does, by r; that of relu and identity does not. */
    void bend(double[][] delta, double[][] s, double[][] h, double[][] r, int n, int units) {
        if (this == RELU || this == IDENTITY) {
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < units; j++) {
                double second = this == TANH ? -2 * h[i][j] : 1 - 2 * h[i][j];
                delta[i][j] = Math.fma(s[i][j] * second, r[i][j], delta[i][j]);
            }
        }
    }

    /**
     * delta = f′·Σ s·w for the first n columns, which come in fours, over four rows of weights: as {@link Products#spread} and
     * {@link #chain} do, in one loop where that is worth it.
     */
    void backward(double[][] s, double[][] w, double[][] h, double[][] delta, int n, int units) {
        Products.spread(s, w, delta, n, 4, units);
        chain(delta, h, n, units);
    }

    /** The factor in the bound √(factor/(in + out)) of the initial weights (Glorot and Bengio, 2010, eq. 16). */
    double glorot() {
        return this == LOGISTIC ? 2 : 6;
    }
}
