package dev.fettle.space;

/** How the values of a numeric parameter lie along the unit interval. */
public enum Scale {
    /** Equal differences are equally far apart. */
    LINEAR,
    /** Equal ratios are equally far apart; needs a positive lower bound. */
    LOG
}
