package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may vary: a {@link Scalar}, or an {@link Array} of alike scalars.
 *
 * <p>Values are {@link Integer}, {@link Long}, {@link Double}, {@link Boolean}, {@link String} or, for arrays, an immutable {@link
 * List} of them, so that equal values are equal. Immutable, for any thread.
 *
 * <pre>{@code
 * Parameter solver = SpaceText.parse("solver in {sgd, adam} default adam").parameters().get(0);
 * List<Object> values = LongStream.range(0, solver.size().orElseThrow()).mapToObj(solver::value).toList();
 * boolean legal = solver.contains("lbfgs");
 * }</pre>
 */
public sealed interface Parameter extends Serializable permits Scalar, Array {
    /** A Java identifier, unique in its space; with indices for an element of an array. */
    String name();

    /** The value that the user wrote behind {@code default}, or null. */
    @Nullable
    Object defaultValue();

    /** When the parameter exists at all; null means always. */
    @Nullable
    Expression condition();

    /** Whether the value has the right type and lies inside. NaN never does. */
    boolean contains(Object value);

    /** How many legal values there are, at most {@link Long#MAX_VALUE}; empty if they form a continuum. */
    OptionalLong size();

    /**
     * The legal value number {@code index}, 0 ≤ index &lt; size, in the order in which they were written.
     *
     * @throws IllegalStateException if the values form a continuum
     */
    Object value(long index);

    /** The domain in the cell language, without name, default and condition: {@code in {1, 2}} or {@code ~ uniform(0.0, 1.0)}. */
    String domain();

    /** The same parameter under a condition; null removes it. */
    Parameter when(@Nullable Expression condition);

    /**
     * The same parameter with a value to fall back on.
     *
     * @throws IllegalArgumentException if the value does not even fit; see {@link #fitting}
     */
    Parameter startingAt(Object value);

    /** The value that is meant: a decimal number where a whole one stands for it; else the value itself. */
    Object fitting(Object value);

    /** How many coordinates of the unit cube it takes, at least 1. */
    int dimensions();

    /** Itself, or the elements of an array in row-major order, named {@code w[0]}, {@code w[1][2]}. */
    List<Scalar> scalars();

    /** That of the {@link #scalars} which has this name; empty if none has. */
    Optional<Scalar> scalar(String name);

    /** The values of the {@link #scalars} of a legal value, in their order; {@link #join} leads back. */
    List<Object> split(Object value);

    /** The value that values of the {@link #scalars} make up; as many, in their order. */
    Object join(List<?> elements);

    /** What an inactive parameter holds: the default, else the first of finitely many values or the centre. */
    Object fallback();

    /**
     * The line of the cell language; parsing it gives an equal parameter.
     *
     * @param parameters the names in the space; strings in the condition that are among them are quoted
     */
    String text(Set<String> parameters);
}
