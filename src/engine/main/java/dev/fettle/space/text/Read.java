package dev.fettle.space.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What reading a text gave: its value, or what is wrong with it.
 *
 * @param value null if there are mistakes, or if something that was to be read before it has one
 */
public record Read<T>(@Nullable T value, List<Mistake> mistakes) {
    public Read {
        mistakes = List.copyOf(mistakes);
    }

    /** A value without mistakes. */
    public static <T> Read<T> of(T value) {
        return new Read<>(value, List.of());
    }

    /** Mistakes and no value. */
    public static <T> Read<T> wrong(Mistake... mistakes) {
        return new Read<>(null, List.of(mistakes));
    }

    /** Nothing, as what was to be read before it has a mistake. */
    public static <T> Read<T> nothing() {
        return new Read<>(null, List.of());
    }

    /** The mistakes if there are any, else the value. */
    public static <T> Read<T> unless(List<Mistake> mistakes, Supplier<T> value) {
        return mistakes.isEmpty() ? of(value.get()) : new Read<>(null, mistakes);
    }

    /** The value, if there is one. */
    public Optional<T> found() {
        return Optional.ofNullable(value);
    }
}
