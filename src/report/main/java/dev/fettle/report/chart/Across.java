package dev.fettle.report.chart;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;

/** The axis below, of the values of a parameter. */
final class Across {
    /** A logarithmic axis has a number at each power of ten; with fewer than two of them it is drawn as a linear one. */
    private static final double DECADES = 2;

    private Across() {}

    /**
     * Where values stand.
     *
     * @param log whether equal ratios are equally far apart
     * @param low the least value
     * @param high the largest, at least {@code low}
     */
    static NumberAxis of(boolean log, double low, double high) {
        boolean decades = log && low > 0 && Math.log10(high) - Math.log10(low) >= DECADES;
        return NumberAxis.of(decades ? Spacing.LOG : Spacing.EVEN, low, high);
    }
}
