package dev.fettle.trial;

/** Which way is better: the only code that knows up from down. Samplers and pruners minimise the {@link #loss}. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE;

    /** A score as something to be minimised; its own inverse. NaN stays NaN. */
    public double loss(double score) {
        return this == MAXIMIZE ? -score : score;
    }

    /** Whether score {@code a} is strictly better than {@code b}. NaN is never better. */
    public boolean better(double a, double b) {
        return loss(a) < loss(b);
    }
}
