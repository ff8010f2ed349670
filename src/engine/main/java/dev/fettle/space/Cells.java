package dev.fettle.space;

/**
 * Values on a lattice under a distribution: {@code origin + k·step} for {@code first ≤ k ≤ last}. Each owns half a step on
 * either side, and the outermost ones all that lies beyond.
 *
 * @param law of a real number that is then moved to the nearest value
 */
record Cells(Law law, double origin, double step, long first, long last) {
    /** Rounding in low + k·step may miss the upper bound by this share of a step. */
    private static final double SLACK = 1e-9;
    /** So many cells can be told apart on an unequal scale; each then owns many multiples of 2^-53. */
    private static final long MOST = 1L << 40;

    private static final long MOST_EQUAL = 1L << 50;

    /** The lattice from low to high, both ends included; on the logarithmic scale the first cell begins at low/2 or above. */
    static Cells between(String name, double low, double high, Scale scale, double step) {
        double last = StrictMath.floor((high - low) / step + SLACK);
        long most = scale == Scale.LOG ? MOST : MOST_EQUAL;
        Checks.require(last < most, "Step (%s) of parameter %s must leave fewer than %s values.", step, name, most);
        double right = low + (last + 0.5) * step;
        double left = low - step / 2;
        Checks.require(
                Double.isFinite(right - left), "Step (%s) of parameter %s must be smaller, or its bounds.", step, name);
        Law law = scale == Scale.LOG ? new Law.Ratio(Math.max(left, low / 2), right) : new Law.Flat(left, right);
        return new Cells(law, low, step, 0, (long) last);
    }

    /**
     * The lattice of {@code mean + k·step}, or of {@code k·step}, 1 ≤ k, on the logarithmic scale. It ends where a cell is
     * rarer than 2^-50: with density φ(z) of the bell the cell of width w = step/sd, or step/(sd·e^(mean + sd·z)), has about
     * φ(z)·w, which is a quadratic in z.
     */
    static Cells around(String name, Law.Bell bell, double step) {
        boolean log = bell.scale() == Scale.LOG;
        double lean = log ? bell.sd() : 0;
        double room = 2 * (StrictMath.log(step / bell.sd()) + 50 * StrictMath.log(2) - StrictMath.log(2 * Math.PI) / 2);
        double root = StrictMath.sqrt(Math.max(0, lean * lean + room - (log ? 2 * bell.mean() : 0)));
        Checks.require(root - lean >= 4.5, "Step (%s) of parameter %s must be larger to matter.", step, name);
        double top = Math.min(8.2, root - lean);
        if (!log) {
            long last = (long) StrictMath.floor(top * bell.sd() / step);
            return new Cells(bell, bell.mean(), step, -last, last);
        }
        double bottom = Math.max(-8.2, -root - lean);
        long first = Math.max(1, (long) StrictMath.ceil(StrictMath.exp(bell.mean() + bottom * bell.sd()) / step));
        long last = (long) StrictMath.floor(StrictMath.exp(bell.mean() + top * bell.sd()) / step);
        return new Cells(bell, 0, step, first, Math.max(first, last));
    }

    long count() {
        return last - first + 1;
    }

    /** The number of the value at u in [0, 1]; the least is 0. */
    long at(double u) {
        long k = (long) StrictMath.floor((law.quantile(u) - origin) / step + 0.5);
        return Math.min(last, Math.max(first, k)) - first;
    }

    /** Where the cell that u in [0, 1] lies in begins and ends. */
    double[] ends(double u) {
        long k = at(u) + first;
        double left = k == first ? 0 : law.below(origin + (k - 0.5) * step);
        double right = k == last ? 1 : law.below(origin + (k + 0.5) * step);
        return new double[] {left, right};
    }

    /** The place of a value of the lattice. */
    double place(double value) {
        return law.below(value);
    }

    boolean contains(double value) {
        long k = (long) StrictMath.rint((value - origin) / step);
        return k >= first && k <= last && value(k - first) == value;
    }

    /**
     * The value number {@code index}, from 0. Where origin and step are short decimals so is the value, as somebody would
     * type it: 0.3 and not 0.1 + 0.1 + 0.1.
     */
    double value(long index) {
        long k = first + index;
        double power = Math.max(power(origin), power(step));
        double raw = origin + k * step;
        double whole = StrictMath.rint(raw * power);
        // Not whole where power is NaN, nor where the product has no double. Adding zero turns −0 into 0, which is
        // another
        // value to equals.
        return (Double.isFinite(whole) ? whole / power : raw) + 0.0;
    }

    /** The least power of ten, at most 10^15, that makes x whole; NaN if there is none. */
    private static double power(double x) {
        for (double p = 1; p <= 1e15; p *= 10) {
            if (StrictMath.rint(x * p) / p == x) {
                return p;
            }
        }
        return Double.NaN;
    }
}
