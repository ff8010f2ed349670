package dev.fettle.math;

/** Inner loops over whole arrays, short enough that the compiler vectorises them. Sums have a fixed order. */
final class Vectors {
    private Vectors() {}

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
