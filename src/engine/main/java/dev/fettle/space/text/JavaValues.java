package dev.fettle.space.text;

/** Gives the value of a Java expression that stands as {@code ${…}} in a text. */
@FunctionalInterface
public interface JavaValues {
    /** For texts that have no Java around them. */
    JavaValues NONE = expression -> {
        throw new IllegalArgumentException("Java (${" + expression + "}) must stand in a notebook cell.");
    };

    /**
     * The value of a Java expression: a number, a string, a boolean, or an array or collection of them.
     *
     * @throws IllegalArgumentException with a whole sentence if it has none
     */
    Object value(String expression);
}
