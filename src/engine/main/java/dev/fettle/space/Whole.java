package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A whole number low, low + step, … up to {@code high}, both ends included.
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
 * @param low at most {@code high}; at least 1 on the logarithmic scale
 * @param step at least 1
 */
public record Whole(
        String name,
        int low,
        int high,
        Scale scale,
        int step,
        @Nullable Integer defaultValue,
        @Nullable Expression condition)
        implements Scalar {
    public Whole {
        Checks.scalarName(name);
        Checks.require(low <= high, "Lower bound (%s) of parameter %s must be at most %s.", low, name, high);
        Checks.require(
                scale == Scale.LINEAR || low > 0, "Lower bound (%s) of parameter %s must be positive.", low, name);
        Checks.require(step >= 1, "Step (%s) of parameter %s must be at least 1.", step, name);
        if (defaultValue != null) {
            Checks.defaultOf(new Whole(name, low, high, scale, step, null, null), defaultValue);
        }
    }

    /** All whole numbers from {@code low} to {@code high}, equally likely. */
    public static Whole between(String name, int low, int high) {
        return new Whole(name, low, high, Scale.LINEAR, 1, null, null);
    }

    /** All whole numbers from {@code low} ≥ 1 to {@code high} on the logarithmic scale. */
    public static Whole logBetween(String name, int low, int high) {
        return new Whole(name, low, high, Scale.LOG, 1, null, null);
    }

    /** Only every {@code width}-th number from the lower bound on. */
    public Whole step(int width) {
        return with(name, width, defaultValue, condition);
    }

    @Override
    public Whole startingAt(Object value) {
        return with(name, step, (Integer) Checks.defaultOf(this, value), condition);
    }

    @Override
    public Whole when(@Nullable Expression only) {
        return with(name, step, defaultValue, only);
    }

    @Override
    public Whole named(String other) {
        return with(other, step, null, null);
    }

    private Whole with(String name, int step, @Nullable Integer defaultValue, @Nullable Expression condition) {
        return new Whole(name, low, high, scale, step, defaultValue, condition);
    }

    @Override
    public Integer decode(double u) {
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
        return cells().place((Integer) Checks.legal(this, value));
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Integer v && v >= low && v <= high && ((long) v - low) % step == 0;
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(((long) high - low) / step + 1);
    }

    @Override
    public Integer value(long index) {
        return (int) (low + index * step);
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
        return Cells.between(name, low, high, scale, step);
    }
}
