package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A whole number low, low + step, … up to {@code high}, both ends included; an {@link Integer} where both fit in 32 bits, else a
 * {@link Long}.
 *
 * <p>On the logarithmic scale the unit interval is cut between the values: v owns [ln(v − step/2), ln(v + step/2)), so that
 * the density is right at both ends; the first one at most down to ln(low/2).
 *
 * <pre>{@code
 * Whole batch = Whole.between("batch", 16, 128).step(16);
 * Whole trees = Whole.logBetween("trees", 1, 1000).startingAt(100);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}.
 *
 * @param low at most {@code high}, both within ±2^52; at least 1 on the logarithmic scale
 * @param step at least 1
 */
public record Whole(
        String name,
        long low,
        long high,
        Scale scale,
        long step,
        @Nullable Number defaultValue,
        @Nullable Expression condition)
        implements Scalar {
    /** Up to here all whole numbers are doubles too, in which places, conditions and charts are worked out. */
    private static final long MOST = 1L << 52;

    public Whole {
        Checks.scalarName(name);
        Checks.require(
                low >= -MOST && high <= MOST, "Bounds (%s, %s) of parameter %s must be within ±2^52.", low, high, name);
        Checks.require(low <= high, "Lower bound (%s) of parameter %s must be at most %s.", low, name, high);
        Checks.require(
                scale == Scale.LINEAR || low > 0, "Lower bound (%s) of parameter %s must be positive.", low, name);
        Checks.require(step >= 1, "Step (%s) of parameter %s must be at least 1.", step, name);
        Cells.between(name, (double) low, (double) high, scale, (double) step);
        if (defaultValue != null) {
            Checks.defaultOf(new Whole(name, low, high, scale, step, null, null), defaultValue);
        }
    }

    /** All whole numbers from {@code low} to {@code high}, equally likely. */
    public static Whole between(String name, long low, long high) {
        return new Whole(name, low, high, Scale.LINEAR, 1, null, null);
    }

    /** All whole numbers from {@code low} ≥ 1 to {@code high} on the logarithmic scale. */
    public static Whole logBetween(String name, long low, long high) {
        return new Whole(name, low, high, Scale.LOG, 1, null, null);
    }

    /** Only every {@code width}-th number from the lower bound on. */
    public Whole step(long width) {
        return with(name, width, defaultValue, condition);
    }

    @Override
    public Whole startingAt(Object value) {
        return with(name, step, (Number) Checks.defaultOf(this, value), condition);
    }

    @Override
    public Whole when(@Nullable Expression only) {
        return with(name, step, defaultValue, only);
    }

    @Override
    public Whole named(String other) {
        return with(other, step, null, null);
    }

    private Whole with(String name, long step, @Nullable Number defaultValue, @Nullable Expression condition) {
        return new Whole(name, low, high, scale, step, defaultValue, condition);
    }

    @Override
    public Number decode(double u) {
        Checks.unit(name, u);
        return value(cells().at(u));
    }

    @Override
    public double[] cell(double u) {
        Checks.unit(name, u);
        return cells().ends(u);
    }

    @Override
    public double encode(Object value) {
        return cells().place(((Number) Checks.legal(this, value)).doubleValue());
    }

    @Override
    public boolean contains(Object value) {
        return (isLong() ? value instanceof Long : value instanceof Integer) && legal(((Number) value).longValue());
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of((high - low) / step + 1);
    }

    @Override
    public Number value(long index) {
        return typed(low + index * step);
    }

    /** Of a decimal number without a fraction, such as 1e6, the whole one. */
    @Override
    public Object fitting(Object value) {
        boolean whole = Words.isWhole(value) || (value instanceof Double d && d == Math.rint(d) && Math.abs(d) <= MOST);
        return whole && legal(((Number) value).longValue()) ? typed(((Number) value).longValue()) : value;
    }

    /** Whether its values are {@link Long}, as one of the bounds does not fit in 32 bits; else they are {@link Integer}. */
    public boolean isLong() {
        return low != (int) low || high != (int) high;
    }

    private Number typed(long value) {
        // Not a conditional, which would make both of them long.
        if (isLong()) {
            return value;
        }
        return (int) value;
    }

    private boolean legal(long value) {
        return value >= low && value <= high && (value - low) % step == 0;
    }

    @Override
    public boolean equallyLikely() {
        return scale == Scale.LINEAR || low == high;
    }

    @Override
    public String domain() {
        String head = (scale == Scale.LOG ? "~ logInt(" : "~ int(") + low + ", " + high;
        return step > 1 ? head + ", step " + step + ")" : head + ")";
    }

    private Cells cells() {
        return Cells.between(name, (double) low, (double) high, scale, (double) step);
    }
}
