package dev.fettle.space;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A whole number low, low + step, … up to {@code high}, both ends included.
 *
 * <p>On the logarithmic scale the unit interval is cut at the half numbers: v owns [ln(v − ½), ln(v + ½)) of [ln(low − ½),
 * ln(high + ½)), so that the density is right at both ends.
 *
 * @param low at most {@code high}; at least 1 on the logarithmic scale
 * @param step at least 1; 1 on the logarithmic scale
 */
public record Whole(
        String name,
        int low,
        int high,
        Scale scale,
        int step,
        @Nullable Integer defaultValue,
        @Nullable Expression condition)
        implements Parameter {
    public Whole {
        Checks.name(name);
        Checks.require(low <= high, "Lower bound (%s) of parameter %s must be at most %s.", low, name, high);
        Checks.require(
                scale == Scale.LINEAR || low > 0, "Lower bound (%s) of parameter %s must be positive.", low, name);
        Checks.require(step >= 1, "Step (%s) of parameter %s must be at least 1.", step, name);
        Checks.require(
                step == 1 || scale == Scale.LINEAR,
                "Step (%s) of parameter %s must go with a linear scale.",
                step,
                name);
        Checks.defaultValue(
                name,
                defaultValue,
                defaultValue != null && legal(defaultValue, low, high, step),
                domain(low, high, scale, step));
    }

    /** All whole numbers from {@code low} to {@code high}, equally likely. */
    public static Whole between(String name, int low, int high) {
        return new Whole(name, low, high, Scale.LINEAR, 1, null, null);
    }

    /** The same parameter with a value to fall back on. */
    public Whole startingAt(int value) {
        return new Whole(name, low, high, scale, step, value, condition);
    }

    @Override
    public Whole when(@Nullable Expression only) {
        return new Whole(name, low, high, scale, step, defaultValue, only);
    }

    @Override
    public Integer decode(double u) {
        Checks.unit(name, u);
        if (scale == Scale.LINEAR) {
            return value(Checks.cell(u, count()));
        }
        double left = low - 0.5;
        double place = left * StrictMath.exp(u * StrictMath.log((high + 0.5) / left));
        return (int) Math.min(high, Math.max(low, StrictMath.rint(place)));
    }

    @Override
    public double encode(Object value) {
        int v = (Integer) Checks.legal(this, value);
        if (scale == Scale.LINEAR) {
            long index = ((long) v - low) / step;
            return (index + 0.5) / count();
        }
        double left = low - 0.5;
        return StrictMath.log(v / left) / StrictMath.log((high + 0.5) / left);
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Integer v && legal(v, low, high, step);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(count());
    }

    @Override
    public Integer value(long index) {
        return (int) (low + index * step);
    }

    @Override
    public String domain() {
        return domain(low, high, scale, step);
    }

    private long count() {
        return ((long) high - low) / step + 1;
    }

    private static boolean legal(int v, int low, int high, int step) {
        return v >= low && v <= high && ((long) v - low) % step == 0;
    }

    private static String domain(int low, int high, Scale scale, int step) {
        String head = (scale == Scale.LOG ? "~ logInt(" : "~ int(") + low + ", " + high;
        return step > 1 ? head + ", step " + step + ")" : head + ")";
    }
}
