package dev.fettle.bench.problem;

import java.util.Arrays;

/** Functions of real vectors that test optimisers, each 0 at its only least place (Jamil and Yang, 2013, with the usual constants). */
enum Landscape {
    /** Axes that differ by a factor of a thousand. */
    ELLIPSOID(1, 0) {
        @Override
        double raw(double[] z) {
            double sum = 0;
            for (int i = 0; i < z.length; i++) {
                sum += Math.pow(1000, i / Math.max(1.0, z.length - 1.0)) * z[i] * z[i];
            }
            return sum;
        }
    },
    /** A bowl with a regular grid of local minima. */
    RASTRIGIN(1, 0) {
        @Override
        double raw(double[] z) {
            return Arrays.stream(z)
                    .map(v -> v * v - 10 * Math.cos(2 * Math.PI * v) + 10)
                    .sum();
        }
    },
    /** A rugged plain around a funnel. */
    ACKLEY(4, 0) {
        @Override
        double raw(double[] z) {
            double squares = Arrays.stream(z).map(v -> v * v).average().orElse(0);
            double waves = Arrays.stream(z)
                    .map(v -> Math.cos(2 * Math.PI * v))
                    .average()
                    .orElse(0);
            return -20 * Math.exp(-0.2 * Math.sqrt(squares)) - Math.exp(waves) + 20 + Math.E;
        }
    },
    /** Long waves with short ones on them. */
    LEVY(2, 1) {
        @Override
        double raw(double[] z) {
            double[] w = Arrays.stream(z).map(v -> 1 + (v - 1) / 4).toArray();
            int last = w.length - 1;
            double sum = sine(Math.PI * w[0]) + square(w[last] - 1) * (1 + sine(2 * Math.PI * w[last]));
            for (int i = 0; i < last; i++) {
                sum += square(w[i] - 1) * (1 + 10 * sine(Math.PI * w[i] + 1));
            }
            return sum;
        }
    },
    /** Two basins along each axis, of which one is a little deeper. */
    STYBLINSKI_TANG(1, -2.903534027771177) {
        @Override
        double raw(double[] z) {
            return Arrays.stream(z).map(v -> v * v * v * v - 16 * v * v + 5 * v).sum() / 2;
        }
    };

    private final double stretch;
    private final double best;

    /**
     * @param stretch lengths of the function for a length of the box
     * @param best each coordinate of the least place
     */
    Landscape(double stretch, double best) {
        this.stretch = stretch;
        this.best = best;
    }

    abstract double raw(double[] z);

    /** The value at a distance from the least place. */
    double at(double[] offset) {
        double[] z = Arrays.stream(offset).map(v -> best + stretch * v).toArray();
        double[] least = new double[z.length];
        Arrays.fill(least, best);
        return raw(z) - raw(least);
    }

    private static double square(double v) {
        return v * v;
    }

    /** Squared. */
    private static double sine(double v) {
        return square(Math.sin(v));
    }
}
