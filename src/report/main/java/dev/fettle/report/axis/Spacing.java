package dev.fettle.report.axis;

/** What equal distances on an axis mean. */
public enum Spacing {
    /** Equal differences. */
    EVEN,
    /** Equal ratios of positive numbers; the axis runs over their exponents of ten. */
    LOG,
    /** Equal ratios of negative numbers, the one nearest to zero on top. */
    NEGATIVE_LOG;

    /** Where a number stands: the larger, the further; −∞ for a positive axis and ∞ for a negative one at 0. */
    public double place(double number) {
        return switch (this) {
            case EVEN -> number;
            case LOG -> StrictMath.log10(number);
            case NEGATIVE_LOG -> -StrictMath.log10(-number);
        };
    }
}
