package dev.fettle.math;

import org.hipparchus.special.Erf;

/**
 * The standard normal distribution. Special functions of Hipparchus, which are plain Java and so give the same bits on every
 * machine (the quantile after Giles, 2012, "Approximating the erfinv function", GPU Computing Gems 2).
 */
public final class StandardNormal {
    private static final double ROOT_TWO = 1.4142135623730951;

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
}
