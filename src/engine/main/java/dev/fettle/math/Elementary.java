package dev.fettle.math;

/**
 * tanh, exp and the logistic function on arrays, in forms without branches and bit tricks so that the loops are
 * vectorised, and with one rounding everywhere, which the intrinsics of {@link Math} do not promise. Relative error at most
 * 1e-15 (tested against decimal arithmetic). NaN gives NaN. For any thread.
 */
public final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has 20 trailing zero bits, so that whole multiples up to 2^20 are exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 1.9082149292705877e-10;

    /** e^−708 is the least power that is not subnormal. */
    private static final double LEAST = -708;

    private Elementary() {}

    /**
     * z = tanh z.
     *
     * <p>With y = z/64 and e = e^y − 1 by Taylor's series to y^8, e ← e(e + 2) squares e^y without losing the digits of small
     * results; after seven times e = e^2z − 1 and tanh z = e/(e + 2). The series is short because errors of large results
     * vanish in the quotient. Beyond ±20 tanh is ±1 to the last bit.
     */
    public static void tanh(double[] z, int n) {
        for (int i = 0; i < n; i++) {
            double y = Math.max(-20, Math.min(20, z[i])) * 0.015625;
            double t = Math.fma(y, 1 / 40320.0, 1 / 5040.0);
            t = Math.fma(y, t, 1 / 720.0);
            t = Math.fma(y, t, 1 / 120.0);
            t = Math.fma(y, t, 1 / 24.0);
            t = Math.fma(y, t, 1 / 6.0);
            t = Math.fma(y, t, 0.5);
            double e = y * Math.fma(y, t, 1);
            e = e * (e + 2);
            e = e * (e + 2);
            e = e * (e + 2);
            e = e * (e + 2);
            e = e * (e + 2);
            e = e * (e + 2);
            e = e * (e + 2);
            z[i] = e / (e + 2);
        }
    }

    /**
     * z = e^z for z ≤ 0; below −708 the result is e^−708.
     *
     * <p>z = −m ln 2 + r with whole m and |r| ≤ ½ ln 2; e^r by Taylor's series to r^13; 2^−m as the product of the powers
     * that the ten binary digits of m choose, each exact. In several loops, since C2 does not vectorise a long one.
     *
     * @param m scratch, at least {@code n}
     */
    public static void exp(double[] z, double[] m, int n) {
        split(z, m, n);
        series(z, n);
        scale(z, m, 512, 0x1p-512, n);
        scale(z, m, 256, 0x1p-256, n);
        scale(z, m, 128, 0x1p-128, n);
        scale(z, m, 64, 0x1p-64, n);
        scale(z, m, 32, 0x1p-32, n);
        scale(z, m, 16, 0x1p-16, n);
        scale(z, m, 8, 0x1p-8, n);
        scale(z, m, 4, 0x1p-4, n);
        scale(z, m, 2, 0x1p-2, n);
        scale(z, m, 1, 0x1p-1, n);
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

    /** Where the binary digit {@code place} of m is set: m −= place and z *= power. */
    private static void scale(double[] z, double[] m, double place, double power, int n) {
        double share = 1 / place;
        for (int i = 0; i < n; i++) {
            double digit = Math.floor(m[i] * share);
            m[i] = Math.fma(digit, -place, m[i]);
            z[i] *= Math.fma(digit, power, 1 - digit);
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
