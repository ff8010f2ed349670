package dev.fettle.space;

import java.io.Serializable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One thing that may vary. The unit interval is the only view a sampler needs: {@link #decode} maps it onto the legal
 * values and {@link #encode} leads back. {@code decode(encode(v))} equals {@code v} for discrete values and differs by a
 * few units in the last place for continuous ones.
 *
 * <p>Values are {@link Integer}, {@link Double}, {@link Boolean}, {@link String} or, for arrays, an immutable {@link
 * java.util.List} of them, so that equal values are equal. Immutable, for any thread.
 */
public sealed interface Parameter extends Serializable permits Real, Whole, Choice {
    /** A Java identifier, unique in its space. */
    String name();

    /** The value that the user wrote behind {@code default}, or null. */
    @Nullable
    Object defaultValue();

    /** When the parameter exists at all; null means always. */
    @Nullable
    Expression condition();

    /**
     * The legal value at {@code u}.
     *
     * @throws IllegalArgumentException unless 0 ≤ u ≤ 1
     */
    Object decode(double u);

    /**
     * The place of a legal value in [0, 1]; for a discrete value the centre of its cell.
     *
     * @throws IllegalArgumentException if the value is not legal
     */
    double encode(Object value);

    /** Whether the value has the right type and lies inside. NaN never does. */
    boolean contains(Object value);

    /** How many legal values there are; empty if they form a continuum. */
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

    /** What an inactive parameter holds: the default, else the first of finitely many values or the centre. */
    default Object fallback() {
        Object given = defaultValue();
        if (given != null) {
            return given;
        }
        return size().isPresent() ? value(0) : decode(0.5);
    }
}
