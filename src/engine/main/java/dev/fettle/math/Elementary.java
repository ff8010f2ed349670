package dev.fettle.math;

/**
 * tanh, exp and the logistic function on arrays, in forms without branches so that the loops are vectorised, and with one
 * rounding everywhere, which the intrinsics of {@link Math} do not promise. Relative error at most 1e-15 (tested against
 * decimal arithmetic). NaN gives NaN.
 */
public final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has 20 trailing zero bits, so that whole multiples up to 2^20 are exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 1.9082149292705877e-10;

    /** e^−708 is the least power that is not subnormal. */
    private static final double LEAST = -708;

    /** Up to so large a sum in size tanh needs no clamp. */
    private static final double MOST = 200;

    private Elementary() {}

    /**
     * z = tanh(z + b) for the first {@code n} elements of each of the first columns. A method of more than 325
     * bytes of code, which C2 does not inline: a caller with many loops in it is the slower for it.
     *
     * <p>With y = z/64 and e = e^y − 1 by Taylor's series to y^8, e ← e(e + 2) squares e^y without losing the digits of small
     * results; after seven times e = e^2z − 1 and tanh z = e/(e + 2). The series is short because errors of large results
     * vanish in the quotient. Beyond ±20 tanh is ±1 to the last bit, and far beyond ±200 the series would stray. In two
     * loops: each step waits for the one before, and the shorter the chain the more of them a processor has in flight.
     *
     * @param bound what no sum exceeds in size, if it is known; up to 200 it spares the clamp, which costs as much as the
     *     rest, and gives the same bits
     */
    public static void tanh(double[][] z, double[] b, double bound, int columns, int n) {
        double a8 = 1 / 40320.0;
        double a7 = 1 / 5040.0;
        double a6 = 1 / 720.0;
        double a5 = 1 / 120.0;
        double a4 = 1 / 24.0;
        double a3 = 1 / 6.0;
        double a2 = 0.5;
        for (int c = 0; c < columns; c++) {
            double[] x = z[c];
            if (!(bound <= MOST)) {
                for (int i = 0; i < n; i++) {
                    double low = -MOST - b[i];
                    double high = MOST - b[i];
                    x[i] = Math.max(low, Math.min(high, x[i]));
                }
            }
            for (int i = 0; i < n; i++) {
                double y = (x[i] + b[i]) * 0.015625;
                double t = Math.fma(y, a8, a7);
                t = Math.fma(y, t, a6);
                t = Math.fma(y, t, a5);
                t = Math.fma(y, t, a4);
                t = Math.fma(y, t, a3);
                t = Math.fma(y, t, a2);
                t = Math.fma(y, t, 1);
                x[i] = y * t;
            }
            for (int i = 0; i < n; i++) {
                double e = x[i];
                e = e * (e + 2);
                e = e * (e + 2);
                e = e * (e + 2);
                e = e * (e + 2);
                e = e * (e + 2);
                e = e * (e + 2);
                e = e * (e + 2);
                x[i] = e / (e + 2);
            }
        }
    }

    /** The same of one row without biases. */
    public static void tanh(double[] z, int n) {
        tanh(new double[][] {z}, new double[n], Double.POSITIVE_INFINITY, 1, n);
    }

    /**
     * z = e^z for z ≤ 0; below −708 the result is e^−708.
     *
     * <p>z = −m ln 2 + r with whole m and |r| ≤ ½ ln 2; e^r by Taylor's series to r^13. In several loops, since C2 does not
     * vectorise a long one.
     *
     * @param m scratch, at least {@code n}
     */
    public static void exp(double[] z, double[] m, int n) {
        split(z, m, n);
        series(z, n);
        scale(z, m, n);
    }

    private static void split(double[] z, double[] m, int n) {
        for (int i = 0; i < n; i++) {
            double x = Math.max(LEAST, z[i]);
            m[i] = Math.rint(-x * LOG2_E);
            z[i] = Math.fma(m[i], LN2_LOW, Math.fma(m[i], LN2_HIGH, x));
        }
    }

    private static void series(double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double r = z[i];
            double t = Math.fma(r, 1 / 6227020800.0, 1 / 479001600.0);
            t = Math.fma(r, t, 1 / 39916800.0);
            t = Math.fma(r, t, 1 / 3628800.0);
            t = Math.fma(r, t, 1 / 362880.0);
            t = Math.fma(r, t, 1 / 40320.0);
            t = Math.fma(r, t, 1 / 5040.0);
            t = Math.fma(r, t, 1 / 720.0);
            t = Math.fma(r, t, 1 / 120.0);
            t = Math.fma(r, t, 1 / 24.0);
            t = Math.fma(r, t, 1 / 6.0);
            t = Math.fma(r, t, 0.5);
            z[i] = Math.fma(r * r, t, r) + 1;
        }
    }

    /** z *= 2^−m, which is exact; the exponent of a double has an excess of 1023 and 52 bits of fraction below. */
    private static void scale(double[] z, double[] m, int n) {
        for (int i = 0; i < n; i++) {
            z[i] *= Double.longBitsToDouble((1023 - (long) m[i]) << 52);
        }
    }

    /**
     * z = 1/(1 + e^−z), through a = e^−|z|: 1/(1 + a) for positive z and a/(1 + a) for negative, so that both tails keep
     * their digits. Below −708 the result is e^−708.
     *
     * @param a scratch, at least {@code n}
     * @param m scratch, at least {@code n}
     */
    public static void logistic(double[] z, double[] a, double[] m, int n) {
        negativeSize(a, z, n);
        exp(a, m, n);
        for (int i = 0; i < n; i++) {
            double positive = Math.max(0, Math.min(1, z[i] * 0x1p1000));
            z[i] = Math.fma(positive, 1 - a[i], a[i]) / (1 + a[i]);
        }
    }

    private static void negativeSize(double[] a, double[] z, int n) {
        for (int i = 0; i < n; i++) {
            a[i] = -Math.abs(z[i]);
        }
    }
}
