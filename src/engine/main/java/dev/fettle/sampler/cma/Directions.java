package dev.fettle.sampler.cma;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What the members of one generation draw first: standard normal vectors in pairs of opposite ones, at right angles to
 * those of other pairs as far as there is room (Wang, Emmerich and Bäck, 2019, "Mirrored orthogonal sampling for covariance
 * matrix adaptation evolution strategies", Evolutionary Computation 27(4), algorithm 2; Brockhoff, Auger, Hansen, Arnold and
 * Hohm, 2010, "Mirrored sampling and sequential selection", PPSN). Each vector by itself is normal. Immutable, for any
 * thread.
 *
 * @param n numbers of a vector, at least 0
 * @param seed of the generation; pair k draws from its child k
 */
record Directions(int n, Seed seed) {
    /** So many pairs are at right angles at most: the work for one grows with their number. */
    private static final int BLOCK = 32;

    /** {@code [n]} of the member of that number, from 0. */
    double[] of(int member) {
        int pair = member / 2;
        int block = Math.max(1, Math.min(n, BLOCK));
        int first = pair - pair % block;
        double[][] units = new double[pair - first + 1][];
        double length = 0;
        for (int k = first; k <= pair; k++) {
            double[] z = normal(seed.child(k).random(), n);
            length = Math.sqrt(dot(z, z));
            units[k - first] = unit(z, units, k - first);
        }
        double signed = member % 2 == 0 ? length : -length;
        return Arrays.stream(units[pair - first]).map(v -> v * signed).toArray();
    }

    static double[] normal(RandomGenerator random, int n) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = random.nextGaussian();
        }
        return z;
    }

    /** Gram and Schmidt's step: what is at right angles to the first units, with length 1; twice, for what rounding leaves. */
    private static double[] unit(double[] z, double[][] units, int many) {
        double[] x = z.clone();
        for (int round = 0; round < 2; round++) {
            for (int k = 0; k < many; k++) {
                double along = dot(x, units[k]);
                for (int i = 0; i < x.length; i++) {
                    x[i] -= along * units[k][i];
                }
            }
            double length = Math.sqrt(dot(x, x));
            for (int i = 0; i < x.length && length > 0; i++) {
                x[i] /= length;
            }
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
