package dev.fettle.space.text;

import dev.fettle.space.Scalar;
import dev.fettle.word.Words;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The arguments of a call in Python, by place or by name; each is asked for in its order, and at the end {@link #done}. */
final class Arguments {
    private final String function;
    private final List<Object> placed;
    private final Map<String, Object> named;
    private final String written;
    private final boolean wholes;
    private final @Nullable Number last;
    private final List<String> asked = new ArrayList<>();

    /** @param function as a message calls it */
    Arguments(String function, List<Object> placed, Map<String, Object> named) {
        this.function = function;
        this.placed = placed;
        this.named = new LinkedHashMap<>(named);
        this.wholes = Stream.concat(placed.stream(), named.values().stream()).noneMatch(Double.class::isInstance);
        this.last = Stream.concat(placed.stream(), named.values().stream())
                .reduce((a, b) -> b)
                .filter(Number.class::isInstance)
                .map(Number.class::cast)
                .orElse(null);
        this.written = Stream.concat(
                        placed.stream().map(Arguments::shown),
                        named.entrySet().stream().map(e -> e.getKey() + "=" + shown(e.getValue())))
                .collect(Collectors.joining(", ", function + "(", ")"));
    }

    /** Whether one stands there alone, as the only bound of a range. */
    boolean alone() {
        return placed.size() == 1 && !named.containsKey("stop");
    }

    /** Whether the name stands there. */
    boolean has(String name) {
        return named.containsKey(name);
    }

    /** Whether no decimal number stands there. */
    boolean wholes() {
        return wholes;
    }

    /** The next by place, else that of the name. */
    Optional<Object> find(String name) {
        int place = asked.size();
        asked.add(name);
        return place < placed.size() ? Optional.of(placed.get(place)) : keyword(name);
    }

    /** That of the name, which has no place. */
    Optional<Object> keyword(String name) {
        return Optional.ofNullable(named.remove(name));
    }

    Object value(String name) {
        return find(name).orElseThrow(() -> wrong(name, "given", null));
    }

    double number(String name) {
        return number(name, value(name));
    }

    double number(String name, double standard) {
        return find(name).map(v -> number(name, v)).orElse(standard);
    }

    /** A number that has a name and no place. */
    double keyword(String name, double standard) {
        return keyword(name).map(v -> number(name, v)).orElse(standard);
    }

    private double number(String name, Object value) {
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        throw wrong(name, "a number", value);
    }

    /** A whole number of 32 bits. */
    int whole(String name, int standard) {
        long whole = longWhole(name, standard);
        if (whole != (int) whole) {
            throw wrong(name, "a whole number of 32 bits", whole);
        }
        return (int) whole;
    }

    long longWhole(String name) {
        return whole(name, value(name));
    }

    long longWhole(String name, long standard) {
        return find(name).map(v -> whole(name, v)).orElse(standard);
    }

    private long whole(String name, Object value) {
        if (value instanceof Number n && n.doubleValue() == n.longValue()) {
            return n.longValue();
        }
        throw wrong(name, "a whole number", value);
    }

    boolean flag(String name, boolean standard) {
        Object value = keyword(name).orElse(standard);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "True or False", value);
    }

    List<?> list(String name) {
        Object value = value(name);
        if (value instanceof Vector v) {
            return v.values();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list", value);
    }

    /** Refuses what nobody has asked for. */
    void done() {
        if (placed.size() > asked.size()) {
            throw new IllegalArgumentException(
                    "Call of " + function + " must have at most " + asked.size() + " arguments here.");
        }
        named.keySet().stream().findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("Argument (" + name + ") of " + function + " must be left out here.");
        });
    }

    /** As it was called, numbers worked out. */
    String written() {
        return written;
    }

    /** The last of them, if it is a number. */
    Optional<Number> last() {
        return Optional.ofNullable(last);
    }

    /** A value as a message names it. */
    static String shown(Object value) {
        return value instanceof Vector || value instanceof List<?>
                ? "[…]"
                : value instanceof Scalar ? "a distribution" : Words.of(value instanceof Double d ? rounded(d) : value);
    }

    /** Six digits are enough to know a number by. */
    private static Object rounded(double x) {
        return Double.isFinite(x) ? new BigDecimal(x).round(new MathContext(6)).doubleValue() : x;
    }

    private IllegalArgumentException wrong(String name, String legal, @Nullable Object value) {
        return new IllegalArgumentException("Argument " + name + (value == null ? "" : " (" + shown(value) + ")")
                + " of " + function + " must be " + legal + ".");
    }
}
