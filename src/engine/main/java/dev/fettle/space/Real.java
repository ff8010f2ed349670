package dev.fettle.space;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number in [low, high], both ends included.
 *
 * @param low finite, at most {@code high}; positive on the logarithmic scale
 * @param step 0 for a continuum; else the values are low + k·step, k = 0, 1, …, and the scale must be linear
 */
public record Real(
        String name,
        double low,
        double high,
        Scale scale,
        double step,
        @Nullable Double defaultValue,
        @Nullable Expression condition)
        implements Parameter {
    /** Rounding in low + k·step may miss a bound or a value by this share of a step. */
    private static final double SLACK = 1e-9;

    public Real {
        Checks.name(name);
        Checks.require(
                Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(high - low),
                "Bounds (%s, %s) of parameter %s must be finite.",
                low,
                high,
                name);
        Checks.require(low <= high, "Lower bound (%s) of parameter %s must be at most %s.", low, name, high);
        Checks.require(
                scale == Scale.LINEAR || low > 0, "Lower bound (%s) of parameter %s must be positive.", low, name);
        Checks.require(
                step >= 0 && step <= Double.MAX_VALUE, "Step (%s) of parameter %s must be positive.", step, name);
        Checks.require(
                step == 0 || scale == Scale.LINEAR,
                "Step (%s) of parameter %s must go with a linear scale.",
                step,
                name);
        Checks.defaultValue(
                name,
                defaultValue,
                defaultValue != null && legal(defaultValue, low, high, step),
                domain(low, high, scale, step));
    }

    /** A continuum on the linear scale. */
    public static Real uniform(String name, double low, double high) {
        return new Real(name, low, high, Scale.LINEAR, 0, null, null);
    }

    /** A continuum on the logarithmic scale, 0 &lt; low. */
    public static Real logUniform(String name, double low, double high) {
        return new Real(name, low, high, Scale.LOG, 0, null, null);
    }

    /** The same parameter with a value to fall back on. */
    public Real startingAt(double value) {
        return new Real(name, low, high, scale, step, value, condition);
    }

    @Override
    public Real when(@Nullable Expression only) {
        return new Real(name, low, high, scale, step, defaultValue, only);
    }

    @Override
    public Double decode(double u) {
        Checks.unit(name, u);
        if (step > 0) {
            return low + Checks.cell(u, count()) * step;
        }
        double value = scale == Scale.LOG ? grown(u * ratio(high)) : low + u * (high - low);
        return u == 1 ? high : Math.min(high, Math.max(low, value));
    }

    @Override
    public double encode(Object value) {
        double v = (Double) Checks.legal(this, value);
        if (step > 0) {
            return (StrictMath.rint((v - low) / step) + 0.5) / count();
        }
        if (low == high) {
            return 0.5;
        }
        double u = scale == Scale.LOG ? ratio(v) / ratio(high) : (v - low) / (high - low);
        return Math.min(1, Math.max(0, u));
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Double v && legal(v, low, high, step);
    }

    @Override
    public OptionalLong size() {
        return step > 0 || low == high ? OptionalLong.of(count()) : OptionalLong.empty();
    }

    @Override
    public Double value(long index) {
        if (size().isEmpty()) {
            throw new IllegalStateException("Parameter (" + name + ") must have finitely many values.");
        }
        return low + index * step;
    }

    @Override
    public String domain() {
        return domain(low, high, scale, step);
    }

    /** ln(v/low), for ranges too where the quotient has no double. */
    private double ratio(double v) {
        double quotient = v / low;
        return Double.isInfinite(quotient) ? StrictMath.log(v) - StrictMath.log(low) : StrictMath.log(quotient);
    }

    /** low·e^x; in two halves where e^x has no double. */
    private double grown(double x) {
        if (x < 700) {
            return low * StrictMath.exp(x);
        }
        double half = StrictMath.exp(x / 2);
        return low * half * half;
    }

    private long count() {
        return step > 0 ? 1 + (long) StrictMath.floor((high - low) / step + SLACK) : 1;
    }

    private static boolean legal(double v, double low, double high, double step) {
        if (!(v >= low && v <= high + step * SLACK)) {
            return false;
        }
        double k = step > 0 ? (v - low) / step : 0;
        return Math.abs(k - StrictMath.rint(k)) <= SLACK;
    }

    private static String domain(double low, double high, Scale scale, double step) {
        String head = (scale == Scale.LOG ? "~ logUniform(" : "~ uniform(") + Words.of(low) + ", " + Words.of(high);
        return step > 0 ? head + ", step " + Words.of(step) + ")" : head + ")";
    }
}
