package dev.fettle.space;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all parameters demand. */
final class Checks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private Checks() {}

    static void name(String name) {
        require(NAME.matcher(name).matches(), "Parameter name (%s) must be letters, digits and underscores.", name);
    }

    static void unit(String name, double u) {
        require(u >= 0 && u <= 1, "Place (%s) of parameter %s must lie in [0, 1].", u, name);
    }

    /** The value itself, if the parameter holds it. */
    static Object legal(Parameter parameter, Object value) {
        require(
                parameter.contains(value),
                "Value (%s) of parameter %s must lie %s.",
                Words.of(value),
                parameter.name(),
                parameter.domain());
        return value;
    }

    static void defaultValue(String name, @Nullable Object value, boolean legal, String domain) {
        require(
                value == null || legal,
                "Default (%s) of parameter %s must lie %s.",
                value == null ? "none" : Words.of(value),
                name,
                domain);
    }

    static void require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, message, arguments));
        }
    }

    /** The cell of {@code u} among {@code n} equal ones. */
    static long cell(double u, long n) {
        return Math.min(n - 1, (long) (u * n));
    }
}
