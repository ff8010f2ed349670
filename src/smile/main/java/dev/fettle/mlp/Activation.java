package dev.fettle.mlp;

import dev.fettle.math.Elementary;

/** What a hidden unit does to its sum. The derivative is taken from the output, as scikit-learn does. */
enum Activation {
    IDENTITY {
        @Override
        void apply(double[] z, double[] scratch, double[] more, int n) {}

        @Override
        void chain(double[] delta, double[] h, int n) {}
    },
    LOGISTIC {
        @Override
        void apply(double[] z, double[] scratch, double[] more, int n) {
            Elementary.logistic(z, scratch, more, n);
        }

        @Override
        void chain(double[] delta, double[] h, int n) {
            for (int i = 0; i < n; i++) {
                delta[i] *= h[i] * (1 - h[i]);
            }
        }
    },
    TANH {
        @Override
        void apply(double[] z, double[] scratch, double[] more, int n) {
            Elementary.tanh(z, n);
        }

        @Override
        void chain(double[] delta, double[] h, int n) {
            for (int i = 0; i < n; i++) {
                delta[i] *= 1 - h[i] * h[i];
            }
        }
    },
    RELU {
        @Override
        void apply(double[] z, double[] scratch, double[] more, int n) {
            for (int i = 0; i < n; i++) {
                z[i] = Math.max(z[i], 0.0);
            }
        }

        /** A mask by clamping, since C2 does not vectorise a condition; subnormal outputs count in proportion. */
        @Override
        void chain(double[] delta, double[] h, int n) {
            for (int i = 0; i < n; i++) {
                delta[i] *= Math.min(1.0, h[i] * 0x1p1023);
            }
        }
    };

    /**
     * z = f(z) for one unit.
     *
     * @param scratch at least {@code n}
     * @param more scratch, at least {@code n}
     */
    abstract void apply(double[] z, double[] scratch, double[] more, int n);

    /** delta *= f′, where h = f(z) is the output. */
    abstract void chain(double[] delta, double[] h, int n);

    /** The factor in the bound √(factor/(in + out)) of the initial weights (Glorot and Bengio, 2010, eq. 16). */
    double glorot() {
        return this == LOGISTIC ? 2 : 6;
    }
}
