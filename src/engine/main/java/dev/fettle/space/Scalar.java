package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One coordinate of the unit cube. The unit interval is the only view a sampler needs: {@link #decode} maps it onto the
 * legal values and {@link #encode} leads back. {@code decode(encode(v))} equals {@code v} for discrete values, and for
 * those that a multiple of 2^-53 gave on a logarithmic or normal scale; else it differs by a few units in the last place
 * of the largest value. Immutable, for any thread.
 *
 * <pre>{@code
 * Scalar rate = Real.logUniform("learning_rate", 1e-4, 1e-2);
 * Object middle = rate.decode(0.5);
 * }</pre>
 */
public sealed interface Scalar extends Parameter permits Real, Whole, Choice, Normal {
    /**
     * The legal value at {@code u}.
     *
     * @throws IllegalArgumentException unless 0 ≤ u ≤ 1
     */
    Object decode(double u);

    /**
     * The place of a legal value in [0, 1]; for a discrete value inside its cell.
     *
     * @throws IllegalArgumentException if the value is not legal
     */
    double encode(Object value);

    /** Whether it has finitely many values, each as likely as any other where u is uniform. */
    boolean equallyLikely();

    /**
     * Which places hold the same value as the one at {@code u}: from the first to the second number, up to some ten digits at
     * each end. The cells of all values make up [0, 1]; in a continuum each is {@code {u, u}}.
     *
     * @throws IllegalArgumentException unless 0 ≤ u ≤ 1
     */
    double[] cell(double u);

    /** What distances between its places mean. */
    default Axis axis() {
        return size().isPresent() ? new Axis.Lattice(size().getAsLong()) : new Axis.Continuous();
    }

    @Override
    Scalar when(@Nullable Expression condition);

    @Override
    Scalar startingAt(Object value);

    /** The same domain under another name, without default and condition. */
    Scalar named(String name);

    /** An array of one or two dimensions whose elements all vary so; a default holds for each, a condition for the whole. */
    default Array array(int... shape) {
        Array bare = Array.of(name(), this, shape).when(condition());
        Object given = defaultValue();
        return given == null ? bare : bare.startingAt(given);
    }

    @Override
    default Object fitting(Object value) {
        return value;
    }

    @Override
    default int dimensions() {
        return 1;
    }

    @Override
    default List<Scalar> scalars() {
        return List.of(this);
    }

    @Override
    default Optional<Scalar> scalar(String name) {
        return name().equals(name) ? Optional.of(this) : Optional.empty();
    }

    @Override
    default List<Object> split(Object value) {
        return List.of(value);
    }

    @Override
    default Object join(List<?> elements) {
        return elements.get(0);
    }

    @Override
    default Object fallback() {
        Object given = defaultValue();
        if (given != null) {
            return given;
        }
        return size().isPresent() ? value(0) : decode(0.5);
    }

    @Override
    default String text(Set<String> parameters) {
        Object value = defaultValue();
        Expression only = condition();
        return name() + " " + domain() + (value == null ? "" : " default " + Words.of(value))
                + (only == null ? "" : " if " + only.text(parameters));
    }
}
