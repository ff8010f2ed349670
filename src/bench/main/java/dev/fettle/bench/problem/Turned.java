package dev.fettle.bench.problem;

import dev.fettle.random.Seed;
import java.util.random.RandomGenerator;

/**
 * A place moved and turned, so that the least value lies neither in the middle nor along the axes.
 *
 * @param centre what becomes 0
 * @param rotation {@code [d][d]}, orthonormal rows
 */
record Turned(double[] centre, double[][] rotation) {
    /** Uniform in the inner half of [−half, half]^d; the rotation is that of Gaussian vectors made orthonormal. */
    static Turned of(int d, double half, Seed seed) {
        RandomGenerator random = seed.random();
        double[] centre = new double[d];
        for (int i = 0; i < d; i++) {
            centre[i] = (random.nextDouble() - 0.5) * half;
        }
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = random.nextGaussian();
            }
            for (int k = 0; k < i; k++) {
                add(rows[i], -dot(rows[i], rows[k]), rows[k]);
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            add(rows[i], 1 / length - 1, rows[i].clone());
        }
        return new Turned(centre, rows);
    }

    /** The same rotation about another centre. */
    Turned about(double[] other) {
        return new Turned(other, rotation);
    }

    double[] apply(double[] x) {
        double[] moved = x.clone();
        add(moved, -1, centre);
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = dot(rotation[i], moved);
        }
        return z;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] other) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * other[i];
        }
    }
}
