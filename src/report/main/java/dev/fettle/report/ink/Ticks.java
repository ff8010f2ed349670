package dev.fettle.report.ink;

import dev.fettle.report.text.Wording;

/** How far numbers may lie apart on an axis. All bounds are finite; {@code low <= high}. Stateless, for any thread. */
public final class Ticks {
    /** An axis longer than this has ticks and margins that no double can hold. */
    private static final double LONGEST = 1e307;

    private Ticks() {}

    /**
     * The length of an axis; that of one number alone is a tenth of it.
     *
     * @throws IllegalArgumentException if one is beyond ±1e307, too large to be drawn
     */
    public static double range(double low, double high) {
        if (!(low >= -LONGEST && high <= LONGEST)) {
            throw new IllegalArgumentException("Numbers from " + Wording.score(low) + " to " + Wording.score(high)
                    + " are too large to be drawn; table() has them.");
        }
        return high > low ? high - low : Math.max(1e-9, Math.abs(high) / 10);
    }
}
