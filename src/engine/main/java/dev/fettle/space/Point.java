package dev.fettle.space;

import dev.fettle.word.Elements;
import dev.fettle.word.Words;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One configuration: names with values, in the order of the space. Only active parameters are in it, so that equal
 * configurations are equal points. Immutable, for any thread.
 *
 * <pre>{@code
 * Point point = Point.of(Map.of("alpha", 1e-4, "hidden", List.of(100, 50)));
 * double alpha = point.real("alpha");
 * int[] hidden = point.wholes("hidden");
 * }</pre>
 *
 * <p>{@link #real}, {@link #whole}, {@link #longWhole}, {@link #text}, {@link #flag}, {@link #wholes}, {@link #reals} and {@link #matrix} throw
 * an {@link IllegalArgumentException} where {@link #value} does and where the value is of another type.
 */
public final class Point implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<String> names;
    private final List<Object> values;
    /** 0 until it is asked for; every thread that asks finds the same. */
    private transient int hash;

    private Point(List<String> names, List<Object> values) {
        this.names = names;
        this.values = values;
    }

    /** The entries in their iteration order; values as {@link Parameter} says, arrays as lists; null is the word {@code none}. */
    public static Point of(Map<String, ? extends @Nullable Object> entries) {
        return new Point(
                List.copyOf(entries.keySet()),
                entries.values().stream().map(Words::named).toList());
    }

    /** For {@link SearchSpace}, whose points share one list of names. */
    public static Point of(List<String> names, List<Object> values) {
        return new Point(names, values);
    }

    /** In the order of the space, or that of the entries that the point was made of. */
    public List<String> names() {
        return names;
    }

    /** In the order of the names. */
    public List<Object> values() {
        return values;
    }

    /** Whether there is a parameter of exactly that name; elements of arrays, which {@link #find} finds, are none. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /**
     * The value of a parameter.
     *
     * @param name as for {@link #find}
     * @throws IllegalArgumentException if the point has no such parameter; the message lists those it has
     */
    public Object value(String name) {
        Object value = find(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "Parameter (" + name + ") must be one of " + String.join(", ", names) + ".");
        }
        return value;
    }

    /** The value, or null if the parameter is inactive or unknown; {@code w[3]} and {@code w[1][2]} are elements. */
    public @Nullable Object find(String name) {
        return find(names, values, name);
    }

    static @Nullable Object find(List<String> names, List<Object> values, String name) {
        int i = names.indexOf(name);
        if (i >= 0) {
            return values.get(i);
        }
        int array = name.indexOf('[') < 0 ? -1 : names.indexOf(Elements.base(name));
        return array < 0 ? null : Elements.in(values.get(array), name);
    }

    /** A number, whole or decimal. */
    public double real(String name) {
        return typed(name, Number.class, "a number").doubleValue();
    }

    /** A whole number of 32 bits; a decimal one is none, even 3.0. */
    public int whole(String name) {
        return typed(name, Integer.class, "a whole number of 32 bits");
    }

    /** A whole number of 32 bits or of 64. */
    public long longWhole(String name) {
        Object value = value(name);
        if (!Words.isWhole(value)) {
            throw wrong(name, value, "a whole number");
        }
        return ((Number) value).longValue();
    }

    /** A word. */
    public String text(String name) {
        return typed(name, String.class, "a word");
    }

    /** True or false. */
    public boolean flag(String name) {
        return typed(name, Boolean.class, "true or false");
    }

    /** An array of whole numbers such as {@code (100, 50)}; a fresh copy. */
    public int[] wholes(String name) {
        List<?> list = elements(name, value(name), Integer.class, "an array of whole numbers");
        int[] wholes = new int[list.size()];
        Arrays.setAll(wholes, i -> (Integer) list.get(i));
        return wholes;
    }

    /** An array of numbers; a fresh copy. */
    public double[] reals(String name) {
        return reals(name, value(name), "an array of numbers");
    }

    /** An array of two dimensions, {@code [rows][columns]}; a fresh copy. */
    public double[][] matrix(String name) {
        String kind = "an array of two dimensions";
        return elements(name, value(name), List.class, kind).stream()
                .map(row -> reals(name, row, kind))
                .toArray(double[][]::new);
    }

    private static double[] reals(String name, Object list, String kind) {
        List<?> numbers = elements(name, list, Number.class, kind);
        double[] reals = new double[numbers.size()];
        Arrays.setAll(reals, i -> ((Number) numbers.get(i)).doubleValue());
        return reals;
    }

    /** A fresh map in the order of the names. */
    public Map<String, Object> entries() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }

    /** The same point with one value replaced or, behind the others, added. */
    public Point with(String name, @Nullable Object value) {
        Map<String, Object> map = entries();
        map.put(name, Words.named(value));
        return of(map);
    }

    private <T> T typed(String name, Class<T> type, String kind) {
        Object value = value(name);
        if (!type.isInstance(value)) {
            throw wrong(name, value, kind);
        }
        return type.cast(value);
    }

    private static List<?> elements(String name, Object value, Class<?> type, String kind) {
        if (!(value instanceof List<?> list)) {
            throw wrong(name, value, kind);
        }
        for (Object element : list) {
            if (!type.isInstance(element)) {
                throw wrong(name, value, kind);
            }
        }
        return list;
    }

    private static IllegalArgumentException wrong(String name, Object value, String kind) {
        return new IllegalArgumentException("Parameter " + name + " (" + Words.of(value) + ") must be " + kind + ".");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Point p && names.equals(p.names) && values.equals(p.values));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * names.hashCode() + values.hashCode();
        }
        return hash;
    }

    /** {@code name = value, name = value}, as behind {@code try} in a cell. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        entries().forEach((name, value) -> parts.add(name + " = " + Words.of(value)));
        return parts.stream().collect(Collectors.joining(", "));
    }
}
