package dev.fettle.math;

/**
 * The standard normal distribution cut off outside of an interval, at home in both tails: nothing under- or overflows at 5
 * or at 500 standard deviations. Bounds are in standard units, (bound − mean)/sd, and may be infinite. NaN gives NaN. Only
 * + − × ÷, square roots and StrictMath, so the bits are the same on every machine. For any thread.
 *
 * <pre>{@code
 * double z = TruncatedNormal.quantile(0.5, 30, 31);
 * double mass = TruncatedNormal.logMass(30, 31);
 * }</pre>
 */
public final class TruncatedNormal {
    private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;
    private static final double LOG_HALF = -0.6931471805599453;
    /** Widths times places below which four powers of the width give all digits. */
    private static final double NARROW = 1e-2;
    /** Newton's steps at most; five do, the rest is for places between two doubles. */
    private static final int STEPS = 30;

    private TruncatedNormal() {}

    /** ln P(a ≤ Z ≤ b), to about 13 digits of the probability; −∞ if a ≥ b. */
    public static double logMass(double a, double b) {
        if (a >= b) {
            return Double.NEGATIVE_INFINITY;
        }
        double width = b - a;
        double middle = a + 0.5 * width;
        if (width * (1 + Math.abs(middle)) < NARROW) {
            return narrow(middle, width);
        }
        if (a >= 0) {
            return logBetween(a, b);
        }
        return b <= 0 ? logBetween(-b, -a) : StrictMath.log1p(-(tail(-a) + tail(b)));
    }

    /** The z in [a, b] with P(Z ≤ z | a ≤ Z ≤ b) = u; a ≤ b, 0 ≤ u ≤ 1. */
    public static double quantile(double u, double a, double b) {
        if (b <= 0) {
            return -upper(1 - u, -b, -a);
        }
        if (a >= 0) {
            return upper(u, a, b);
        }
        double left = tail(-a);
        double right = tail(b);
        double inside = 1 - left - right;
        double above = right + (1 - u) * inside;
        double z =
                above <= 0.5 ? tailQuantile(StrictMath.log(above)) : -tailQuantile(StrictMath.log(left + u * inside));
        return Math.min(b, Math.max(a, z));
    }

    /** The same for 0 ≤ a, where both tails may be too small for a double: their ratio is not. */
    private static double upper(double u, double a, double b) {
        double drop = b - a < Double.POSITIVE_INFINITY ? StrictMath.exp(logTail(b) - logTail(a)) : 0;
        double share = 1 - u * (1 - drop);
        double z = share <= 0 ? b : tailQuantile(logTail(a) + StrictMath.log(share));
        return Math.min(b, Math.max(a, z));
    }

    /** P(Z &gt; z), z ≥ 0. */
    private static double tail(double z) {
        return StrictMath.exp(logTail(z));
    }

    /** ln P(Z &gt; z), z ≥ 0. */
    private static double logTail(double z) {
        return z == Double.POSITIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : StrictMath.log(StandardNormal.mills(z)) - 0.5 * z * z - LOG_ROOT_TWO_PI;
    }

    /** ln(P(Z &gt; a) − P(Z &gt; b)), 0 ≤ a &lt; b, with e^(−a²/2) taken out. */
    private static double logBetween(double a, double b) {
        double far =
                b == Double.POSITIVE_INFINITY ? 0 : StandardNormal.mills(b) * StrictMath.exp(-0.5 * (b - a) * (b + a));
        return StrictMath.log(StandardNormal.mills(a) - far) - 0.5 * a * a - LOG_ROOT_TWO_PI;
    }

    /** The mean of the density over a short way, by its logarithm's Taylor series in the width w about the middle m. */
    private static double narrow(double m, double w) {
        double ww = w * w;
        double mm = m * m;
        double second = (mm - 1) * ww / 24;
        double fourth = (1 - mm * (2 + 0.5 * mm)) * ww * ww / 1440;
        return StrictMath.log(w) - 0.5 * mm - LOG_ROOT_TWO_PI + (second + fourth);
    }

    /**
     * The z ≥ 0 with ln P(Z &gt; z) = t ≤ ln ½. Newton's method: as P(Z &gt; z) ≤ ½e^(−z²/2) it starts on the right, and as the
     * logarithm is concave it comes down without ever passing the root.
     */
    private static double tailQuantile(double t) {
        double z = StrictMath.sqrt(Math.max(0, 2 * (LOG_HALF - t)));
        for (int i = 0; i < STEPS && z > 0 && z < Double.POSITIVE_INFINITY; i++) {
            double step = (t - logTail(z)) * StandardNormal.mills(z);
            if (!(step > 1e-16 * z)) {
                break;
            }
            z = Math.max(0, z - step);
        }
        return z;
    }
}
