package dev.fettle.space;

import dev.fettle.word.Identifier;
import dev.fettle.word.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all parameters demand. */
public final class Checks {
    private static final Pattern ELEMENT = Pattern.compile("(.*?)(?:\\[[0-9]+]){0,2}", Pattern.DOTALL);

    private Checks() {}

    static void name(String name) {
        require(Identifier.is(name), "Parameter name (%s) must be letters, digits and underscores.", name);
    }

    /** A name, or that of an element of an array. */
    static void scalarName(String name) {
        Matcher element = ELEMENT.matcher(name);
        require(
                element.matches() && Identifier.is(element.group(1)),
                "Parameter name (%s) must be letters, digits and underscores.",
                name);
    }

    static void unit(String name, double u) {
        if (!(u >= 0 && u <= 1)) {
            require(false, "Place (%s) of parameter %s must lie in [0, 1].", u, name);
        }
    }

    /** The value itself, if the parameter holds it. */
    static Object legal(Parameter parameter, Object value) {
        if (!parameter.contains(value)) {
            require(
                    false,
                    "Value (%s) of parameter %s must lie %s.",
                    Words.of(value),
                    parameter.name(),
                    parameter.domain());
        }
        return value;
    }

    /** The default that is meant, if the parameter holds it. */
    static Object defaultOf(Parameter parameter, Object value) {
        Object fitting = parameter.fitting(value);
        if (!parameter.contains(fitting)) {
            require(
                    false,
                    "Default (%s) of parameter %s must lie %s.",
                    Words.of(value),
                    parameter.name(),
                    parameter.domain());
        }
        return fitting;
    }

    /** a·b of positive numbers, at most {@link Long#MAX_VALUE}. */
    public static long product(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0 ? a * b : Long.MAX_VALUE;
    }

    /**
     * Refuses what does not hold.
     *
     * @param message {@code Subject (%s) must …}, for {@link String#format}
     * @throws IllegalArgumentException with the message, unless it holds
     */
    public static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            Object[] shown = Arrays.stream(arguments).map(Checks::typed).toArray();
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, shown));
        }
    }

    /** Bounds are decimal even where they were typed as whole numbers. */
    private static Object typed(Object value) {
        boolean whole = value instanceof Double d && d == Math.rint(d) && Math.abs(d) < 1e9;
        return whole ? (Object) ((Double) value).longValue() : value;
    }
}
