package dev.fettle.space;

/**
 * How the values of a numeric parameter lie along the unit interval. Of a {@link Normal} it says whether the value itself or its
 * logarithm has the bell.
 *
 * <pre>{@code
 * double arithmetic = Real.uniform("rate", 1e-4, 1e-2).decode(0.5); // 0.00505
 * double geometric = Real.logUniform("rate", 1e-4, 1e-2).decode(0.5); // 0.001
 * }</pre>
 */
public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR,
    /** Equal ratios are equally far apart; a lower bound must be positive. */
    LOG
}
