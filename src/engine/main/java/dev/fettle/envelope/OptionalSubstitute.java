package dev.fettle.envelope;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Java's optional values, which do not say that they can be serialised.
 *
 * @param type of the optional
 * @param value null for an empty one
 */
record OptionalSubstitute(Class<?> type, @Nullable Object value) implements Serializable {
    private static final long serialVersionUID = 1;

    /** As {@link Substitute#of}. */
    static @Nullable Serializable of(Object object) {
        if (object instanceof Optional<?> some) {
            return new OptionalSubstitute(Optional.class, some.orElse(null));
        }
        if (object instanceof OptionalInt some) {
            return new OptionalSubstitute(OptionalInt.class, some.isPresent() ? some.getAsInt() : null);
        }
        if (object instanceof OptionalLong some) {
            return new OptionalSubstitute(OptionalLong.class, some.isPresent() ? some.getAsLong() : null);
        }
        return object instanceof OptionalDouble some
                ? new OptionalSubstitute(OptionalDouble.class, some.isPresent() ? some.getAsDouble() : null)
                : null;
    }

    @Serial
    private Object readResolve() {
        if (type == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of((Integer) value);
        }
        if (type == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of((Long) value);
        }
        if (type == OptionalDouble.class) {
            return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
        }
        return Optional.ofNullable(value);
    }
}
