package dev.fettle.sampler.gradient;

/**
 * How rough a function is: the deviation by which its values at places close together differ from any smooth curve, after Moré
 * and Wild (2011, "Estimating computational noise", SIAM Journal on Scientific Computing 33(3), section 3): differences of a
 * smooth function fall from order to order until nothing but noise is left, whose deviation all orders then agree on. The
 * same point always scores the same in Fettle, so this is the one noise that differences meet: that of a solver that stops
 * early, or of rounding.
 */
final class Noise {
    /** So many values are looked at. */
    static final int VALUES = 7;
    /** Between two of them, as a share of the range: so near that anything smooth is straight. */
    static final double SPACING = 1e-7;

    private static final double ROUNDING = 0x1p-52;
    /** Orders that agree so far have found it. */
    private static final double AGREE = 4;

    private static final int ORDERS = 3;

    private Noise() {}

    /**
     * The noise of a function.
     *
     * @param values {@code [VALUES]} at places in a row, equally far from each other, finite
     * @return at least their rounding
     */
    static double of(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double found = found(values);
        return Math.max(Double.isFinite(found) ? found : 0, ROUNDING * largest);
    }

    private static double found(double[] values) {
        int orders = values.length - 1;
        double[] levels = new double[orders];
        boolean[] turns = new boolean[orders];
        double[] row = values.clone();
        double gamma = 1;
        for (int k = 1; k <= orders; k++) {
            gamma *= k / (2.0 * (2 * k - 1));
            double squares = 0;
            for (int i = 0; i < values.length - k; i++) {
                row[i] = row[i + 1] - row[i];
                squares += row[i] * row[i];
                turns[k - 1] |= i > 0 && row[i] * row[i - 1] < 0;
            }
            levels[k - 1] = Math.sqrt(gamma * squares / (values.length - k));
        }
        return first(levels, turns);
    }

    /** The level of the first order from which on they agree; where none do the least, as what is smooth only adds. */
    private static double first(double[] levels, boolean[] turns) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < levels.length; k++) {
            least = Math.min(least, levels[k]);
            if (k + ORDERS <= levels.length && turns[k] && agree(levels, k)) {
                return levels[k];
            }
        }
        return least;
    }

    private static boolean agree(double[] levels, int from) {
        double low = levels[from];
        double high = low;
        for (int k = from; k < from + ORDERS; k++) {
            low = Math.min(low, levels[k]);
            high = Math.max(high, levels[k]);
        }
        return high <= AGREE * low;
    }
}
