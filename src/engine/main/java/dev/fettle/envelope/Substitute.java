package dev.fettle.envelope;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who travels in place of objects that Java cannot serialise, found by {@link java.util.ServiceLoader}: tables of a library. Safe
 * for any thread.
 */
@FunctionalInterface
public interface Substitute {
    /** What becomes an equal object again by its {@code readResolve}; null for an object that is not known here. */
    @Nullable
    Serializable of(Object object);
}
