package dev.fettle.math;

import java.util.Arrays;

/**
 * Inner loops over whole arrays, short enough that the compiler vectorises them. Sums have a fixed order.
 *
 * <pre>{@code
 * double product = Vectors.dot(new double[] {1, 2}, new double[] {3, 4});  // 11
 * }</pre>
 */
public final class Vectors {
    private Vectors() {}

    /** x·y. */
    public static double dot(double[] x, double[] y) {
        return dot(x, y, 0, x.length);
    }

    /**
     * Takes the weighted mean from each value, and returns it; equal values become 0, since sums start from one of them.
     *
     * @param x {@code [n]}, at least one
     * @param weights {@code [n]}, above 0
     */
    public static double center(double[] x, double[] weights) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * (x[i] - x[0]);
            weight += weights[i];
        }
        double mean = x[0] + sum / weight;
        for (int i = 0; i < x.length; i++) {
            x[i] -= mean;
        }
        return mean;
    }

    /** {@code [n]} as many times 1. */
    public static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** x·y, in four sums. */
    static double dot(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < to; i++) {
            a = Math.fma(x[i], y[i], a);
        }
        return (a + b) + (c + d);
    }

    /** z += s·x. */
    static void add(double[] z, double s, double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] = Math.fma(s, x[i], z[i]);
        }
    }

    /** z += s0·x0 + s1·x1 + s2·x2 + s3·x3, which reads and writes z once for four. */
    static void add(
            double[] z,
            double s0,
            double[] x0,
            double s1,
            double[] x1,
            double s2,
            double[] x2,
            double s3,
            double[] x3,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            z[i] = Math.fma(s3, x3[i], Math.fma(s2, x2[i], Math.fma(s1, x1[i], Math.fma(s0, x0[i], z[i]))));
        }
    }

    /** z *= s. */
    static void scale(double[] z, double s, int from, int to) {
        for (int i = from; i < to; i++) {
            z[i] *= s;
        }
    }
}
