package dev.fettle.math;

/**
 * Mills' ratio of the standard normal distribution, P(Z &gt; z)/φ(z): what is left of a tail once its smallness is taken out,
 * so that nothing underflows. Taylor series about multiples of ¼, whose coefficients follow from R′ = zR − 1 (Marsaglia,
 * 2004, "Evaluating the normal distribution", Journal of Statistical Software 11(4), section 3); Laplace's continued
 * fraction beyond {@value #FAR}. Only + − × ÷, so the bits are the same on every machine. For any thread.
 */
final class Mills {
    private static final double FAR = 8;
    private static final double STEP = 0.25;
    private static final int TERMS = 16;
    private static final int FRACTIONS = 24;

    /** {@code [place][power]}; from the far end down, the direction in which errors of the equation die out. */
    private static final double[][] SERIES = series();

    private Mills() {}

    /**
     * The ratio, to 14 digits or more.
     *
     * @param z at least 0; NaN gives NaN
     */
    static double ratio(double z) {
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
