package dev.fettle.learner.hyperparameter;

/**
 * The finite numbers between two ends. Immutable, for any thread.
 *
 * <pre>{@code
 * Interval.atLeast(0).below(1).holds(0.9);  // true
 * }</pre>
 *
 * @param low not NaN
 * @param lowIn whether {@code low} belongs to it
 * @param high not NaN
 * @param highIn whether {@code high} belongs to it
 */
public record Interval(double low, boolean lowIn, double high, boolean highIn) {
    /** [low, ∞). */
    public static Interval atLeast(double low) {
        return new Interval(low, true, Double.POSITIVE_INFINITY, false);
    }

    /** (low, ∞). */
    public static Interval above(double low) {
        return new Interval(low, false, Double.POSITIVE_INFINITY, false);
    }

    /** The same up to {@code end} and with it. */
    public Interval atMost(double end) {
        return new Interval(low, lowIn, end, true);
    }

    /** The same up to {@code end} and without it. */
    public Interval below(double end) {
        return new Interval(low, lowIn, end, false);
    }

    /** Whether a number lies in it; NaN and ±∞ never do. */
    public boolean holds(double x) {
        return Double.isFinite(x) && (lowIn ? x >= low : x > low) && (highIn ? x <= high : x < high);
    }

    /** "at least 0 and below 1". */
    @Override
    public String toString() {
        String from = (lowIn ? "at least " : "above ") + text(low);
        return high == Double.POSITIVE_INFINITY ? from : from + (highIn ? " and at most " : " and below ") + text(high);
    }

    private static String text(double x) {
        return x == StrictMath.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }
}
