package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number in [low, high], both ends included.
 *
 * <p>With a step the values are low + k·step, k = 0, 1, …, as decimal numbers where bounds and step are. On the logarithmic
 * scale each then owns the density of half a step on either side, the first one at most down to low/2.
 *
 * <pre>{@code
 * Real dropout = Real.uniform("dropout", 0, 0.5).step(0.1);
 * Real rate = Real.logUniform("learning_rate", 1e-5, 1e-1).startingAt(1e-3);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}; NaN never is.
 *
 * @param low finite, at most {@code high}; positive on the logarithmic scale
 * @param step 0 for a continuum
 */
public record Real(
        String name,
        double low,
        double high,
        Scale scale,
        double step,
        @Nullable Double defaultValue,
        @Nullable Expression condition)
        implements Scalar {
    public Real {
        Checks.scalarName(name);
        Checks.require(
                Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(high - low),
                "Bounds (%s, %s) of parameter %s must be finite.",
                low,
                high,
                name);
        // There is one zero.
        low += 0.0;
        high += 0.0;
        Checks.require(low <= high, "Lower bound (%s) of parameter %s must be at most %s.", low, name, high);
        Checks.require(
                scale == Scale.LINEAR || low > 0, "Lower bound (%s) of parameter %s must be positive.", low, name);
        Checks.require(
                step >= 0 && step <= Double.MAX_VALUE, "Step (%s) of parameter %s must be positive.", step, name);
        if (step > 0) {
            Cells.between(name, low, high, scale, step);
        }
        if (defaultValue != null) {
            Checks.defaultOf(new Real(name, low, high, scale, step, null, null), defaultValue);
        }
    }

    /** A continuum on the linear scale. */
    public static Real uniform(String name, double low, double high) {
        return new Real(name, low, high, Scale.LINEAR, 0, null, null);
    }

    /** A continuum on the logarithmic scale, 0 &lt; low. */
    public static Real logUniform(String name, double low, double high) {
        return new Real(name, low, high, Scale.LOG, 0, null, null);
    }

    /** The same parameter on a lattice; 0 makes it a continuum. */
    public Real step(double width) {
        return with(name, width, defaultValue, condition);
    }

    @Override
    public Real startingAt(Object value) {
        return with(name, step, (Double) Checks.defaultOf(this, value), condition);
    }

    @Override
    public Real when(@Nullable Expression only) {
        return with(name, step, defaultValue, only);
    }

    @Override
    public Real named(String other) {
        return with(other, step, null, null);
    }

    private Real with(String name, double step, @Nullable Double defaultValue, @Nullable Expression condition) {
        return new Real(name, low, high, scale, step, defaultValue, condition);
    }

    @Override
    public Object fitting(Object value) {
        return Words.isWhole(value) ? ((Number) value).doubleValue() : value;
    }

    @Override
    public Double decode(double u) {
        Checks.unit(name, u);
        if (step == 0) {
            return law().quantile(u);
        }
        Cells cells = cells();
        return cells.value(cells.at(u));
    }

    @Override
    public double[] cell(double u) {
        Checks.unit(name, u);
        if (step > 0) {
            return cells().ends(u);
        }
        return low == high ? new double[] {0, 1} : new double[] {u, u};
    }

    @Override
    public double encode(Object value) {
        double v = (Double) Checks.legal(this, value);
        return step > 0 ? cells().place(v) : law().place(v);
    }

    @Override
    public boolean contains(Object value) {
        return value instanceof Double v && (step > 0 ? cells().contains(v) : v >= low && v <= high);
    }

    @Override
    public OptionalLong size() {
        return step > 0 ? OptionalLong.of(cells().count()) : low == high ? OptionalLong.of(1) : OptionalLong.empty();
    }

    @Override
    public Double value(long index) {
        if (size().isEmpty()) {
            throw new IllegalStateException("Parameter (" + name + ") must have finitely many values.");
        }
        return step > 0 ? cells().value(index) : low;
    }

    @Override
    public boolean equallyLikely() {
        return (scale == Scale.LINEAR && step > 0) || low == high;
    }

    @Override
    public String domain() {
        String head = (scale == Scale.LOG ? "~ logUniform(" : "~ uniform(") + Words.of(low) + ", " + Words.of(high);
        return step > 0 ? head + ", step " + Words.of(step) + ")" : head + ")";
    }

    private Law law() {
        return scale == Scale.LOG ? new Law.Ratio(low, high) : new Law.Flat(low, high);
    }

    private Cells cells() {
        return Cells.between(name, low, high, scale, step);
    }
}
