package dev.fettle.math;

import org.hipparchus.special.Erf;

/**
 * The standard normal distribution. Special functions of Hipparchus, which are plain Java and so give the same bits on every
 * machine (the quantile after Giles, 2012, "Approximating the erfinv function", GPU Computing Gems 2).
 */
public final class StandardNormal {
    private static final double ROOT_TWO = 1.4142135623730951;

    private static final double FAR = 8;
    private static final double STEP = 0.25;
    private static final int TERMS = 16;
    private static final int FRACTIONS = 24;

    /** {@code [place][power]}; from the far end down, the direction in which errors of the equation die out. */
    private static final double[][] SERIES = series();

    private StandardNormal() {}

    /**
     * The z with P(Z ≤ z) = u, to fifteen digits for multiples of 2^-53 (others are rounded to one); −∞ at 0, ∞ at 1, odd
     * about ½, NaN outside [0, 1].
     */
    public static double quantile(double u) {
        return u > 0.5 ? ROOT_TWO * Erf.erfInv(2 * u - 1) : -ROOT_TWO * Erf.erfInv(1 - 2 * u);
    }

    /** P(Z ≤ z) in [0, 1]; NaN for NaN. */
    public static double cumulative(double z) {
        return 0.5 * Erf.erfc(-z / ROOT_TWO);
    }

    /**
     * Mills' ratio P(Z &gt; z)/φ(z), to 14 digits or more: what is left of a tail once its smallness is taken out, so that nothing
     * underflows. Taylor series about multiples of ¼, whose coefficients follow from R′ = zR − 1 (Marsaglia, 2004, "Evaluating
     * the normal distribution", Journal of Statistical Software 11(4), section 3); Laplace's continued fraction beyond
     * {@value #FAR}. Only + − × ÷.
     *
     * @param z at least 0; NaN gives NaN
     */
    static double mills(double z) {
        if (!(z < FAR)) {
            return fraction(z);
        }
        int place = (int) (z / STEP + 0.5);
        return value(SERIES[place], z - place * STEP);
    }

    private static double[][] series() {
        int last = (int) (FAR / STEP);
        double[][] all = new double[last + 1][];
        double ratio = fraction(FAR);
        for (int i = last; i >= 0; i--) {
            all[i] = coefficients(i * STEP, ratio);
            ratio = value(all[i], -STEP);
        }
        return all;
    }

    /** R⁽ᵏ⁾(z)/k! by R⁽ᵏ⁺¹⁾ = zR⁽ᵏ⁾ + kR⁽ᵏ⁻¹⁾. */
    private static double[] coefficients(double z, double ratio) {
        double[] c = new double[TERMS];
        c[0] = ratio;
        c[1] = z * ratio - 1;
        for (int k = 1; k + 1 < TERMS; k++) {
            c[k + 1] = (z * c[k] + c[k - 1]) / (k + 1);
        }
        return c;
    }

    private static double value(double[] coefficients, double h) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = sum * h + coefficients[k];
        }
        return sum;
    }

    private static double fraction(double z) {
        double below = z;
        for (int k = FRACTIONS; k >= 1; k--) {
            below = z + k / below;
        }
        return 1 / below;
    }
}
