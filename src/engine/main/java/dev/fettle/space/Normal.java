package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number with a normal distribution, or one whose logarithm has it, as in NumPy and Hyperopt.
 *
 * <p>No value is impossible to a bell, but some are rarer than once in 2^53 draws, and those are not legal: what is holds to
 * [mean − 8.2 sd, mean + 8.2 sd] or so, from {@code decode(0)} to {@code decode(1)}, both included.
 *
 * <p>With a step the values are mean + k·step or, on the logarithmic scale, k·step with 1 ≤ k. Each owns the density of
 * half a step on either side, the outermost ones the tails; those are less far out, as a cell must hold 2^-50 at least.
 *
 * <pre>{@code
 * Normal shift = Normal.of("shift", 0, 1).step(0.5);
 * Normal scale = Normal.log("scale", 0, 0.5);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}; NaN never is.
 *
 * @param mean finite; on the logarithmic scale that of the logarithm
 * @param sd positive; on the logarithmic scale that of the logarithm
 * @param step 0 for a continuum
 */
public record Normal(
        String name,
        double mean,
        double sd,
        Scale scale,
        double step,
        @Nullable Double defaultValue,
        @Nullable Expression condition)
        implements Scalar {
    /** Beyond e^±708 doubles lose digits. */
    private static final double LARGEST_LOGARITHM = 708;

    public Normal {
        Checks.scalarName(name);
        Checks.require(Double.isFinite(mean), "Mean (%s) of parameter %s must be finite.", mean, name);
        Checks.require(sd > 0, "Spread (%s) of parameter %s must be positive.", sd, name);
        double most = scale == Scale.LOG ? LARGEST_LOGARITHM : Double.MAX_VALUE;
        Checks.require(
                Math.abs(mean) + 8.3 * sd <= most,
                "Mean (%s) and spread (%s) of parameter %s must be smaller.",
                mean,
                sd,
                name);
        Checks.require(
                step >= 0 && step <= Double.MAX_VALUE, "Step (%s) of parameter %s must be positive.", step, name);
        if (step > 0) {
            Cells.around(name, new Law.Bell(mean, sd, scale), step);
        }
        if (defaultValue != null) {
            Checks.defaultOf(new Normal(name, mean, sd, scale, step, null, null), defaultValue);
        }
    }

    /** Normal with the given mean and standard deviation. */
    public static Normal of(String name, double mean, double sd) {
        return new Normal(name, mean, sd, Scale.LINEAR, 0, null, null);
    }

    /** e to the power of a normal number with the given mean and standard deviation. */
    public static Normal log(String name, double mean, double sd) {
        return new Normal(name, mean, sd, Scale.LOG, 0, null, null);
    }

    /** The same parameter on a lattice; 0 makes it a continuum. */
    public Normal step(double width) {
        return with(name, width, defaultValue, condition);
    }

    @Override
    public Normal startingAt(Object value) {
        return with(name, step, (Double) Checks.defaultOf(this, value), condition);
    }

    @Override
    public Normal when(@Nullable Expression only) {
        return with(name, step, defaultValue, only);
    }

    @Override
    public Normal named(String other) {
        return with(other, step, null, null);
    }

    private Normal with(String name, double step, @Nullable Double defaultValue, @Nullable Expression condition) {
        return new Normal(name, mean, sd, scale, step, defaultValue, condition);
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
        return step > 0 ? cells().ends(u) : new double[] {u, u};
    }

    @Override
    public double encode(Object value) {
        double v = (Double) Checks.legal(this, value);
        return step > 0 ? cells().place(v) : law().place(v);
    }

    @Override
    public boolean contains(Object value) {
        if (!(value instanceof Double v)) {
            return false;
        }
        return step > 0 ? cells().contains(v) : v >= law().quantile(0) && v <= law().quantile(1);
    }

    @Override
    public OptionalLong size() {
        return step > 0 ? OptionalLong.of(cells().count()) : OptionalLong.empty();
    }

    @Override
    public Double value(long index) {
        if (step == 0) {
            throw new IllegalStateException("Parameter (" + name + ") must have finitely many values.");
        }
        return cells().value(index);
    }

    /** The default, else the mean or, on the logarithmic scale, the median. */
    @Override
    public Object fallback() {
        return defaultValue != null ? defaultValue : decode(0.5);
    }

    @Override
    public boolean equallyLikely() {
        return false;
    }

    @Override
    public String domain() {
        String head = (scale == Scale.LOG ? "~ logNormal(" : "~ normal(") + Words.of(mean) + ", " + Words.of(sd);
        return step > 0 ? head + ", step " + Words.of(step) + ")" : head + ")";
    }

    private Law.Bell law() {
        return new Law.Bell(mean, sd, scale);
    }

    private Cells cells() {
        return Cells.around(name, law(), step);
    }
}
