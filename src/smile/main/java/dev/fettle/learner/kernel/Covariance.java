package dev.fettle.learner.kernel;

import dev.fettle.math.Elementary;
import dev.fettle.math.Matern;

/** How the covariance of two values falls with D, the squared distance of their rows in units of the length scale. */
enum Covariance {
    /** e^(−D/2), of functions that are smooth. */
    RBF {
        @Override
        void values(double[] d, double[] slopes) {
            for (int i = 0; i < d.length; i++) {
                d[i] *= -0.5;
            }
            Elementary.exp(d, slopes, d.length);
            for (int i = 0; i < d.length; i++) {
                slopes[i] = -0.5 * d[i];
            }
        }
    },
    /** Matérn's of smoothness 5/2, of functions that bend twice. */
    MATERN {
        @Override
        void values(double[] d, double[] slopes) {
            Matern.values(d, slopes, d.length);
        }
    };

    /**
     * A row of values.
     *
     * @param d {@code [n]} becomes the values
     * @param slopes {@code [n]} filled with their derivatives by D
     */
    abstract void values(double[] d, double[] slopes);
}
