package dev.fettle.kernel.magic;

import dev.fettle.kernel.Notebook;
import dev.fettle.kernel.Slots;
import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Generates the record that holds a point with typed fields. Named by its shape and so never defined twice: redefining a
 * class resets the notebook's variables of its type.
 */
final class Records {
    private Records() {}

    /** A record type of the notebook, and how a completed point becomes one. */
    record Shape(String type, Function<Map<String, Object>, Object> maker) {}

    /** Defines the record unless the notebook has it. */
    @SuppressWarnings("unchecked")
    static Shape of(SearchSpace space, Notebook notebook) throws Notebook.JavaProblem {
        List<String> components =
                space.parameters().stream().map(p -> type(p) + " " + p.name()).toList();
        String type = "Point_" + Integer.toHexString(components.hashCode());
        if (!notebook.hasType(type)) {
            notebook.run("record " + type + "(" + String.join(", ", components) + ") {}");
        }
        String arguments = space.parameters().stream()
                .map(p -> "(" + type(p) + ") v.get(\"" + p.name() + "\")")
                .collect(Collectors.joining(", "));
        String key = UUID.randomUUID().toString();
        String map = "java.util.Map<String, Object>";
        notebook.run(Slots.class.getName() + ".put(\"" + key + "\", (java.util.function.Function<" + map
                + ", Object>) v -> new " + type + "(" + arguments + "));");
        var make = (Function<Map<String, Object>, Object>) Objects.requireNonNull(Slots.take(key));
        return new Shape(type, make);
    }

    /** All parameters of a point with the Java types of their fields: arrays for lists. */
    static Map<String, Object> fields(SearchSpace space, Point point) {
        Map<String, Object> all = space.complete(point);
        all.replaceAll((name, value) -> value instanceof List<?> list ? array(list) : value);
        return all;
    }

    /** Whole numbers as {@code int[]}, numbers as {@code double[]}, else {@code Object[]}; one dimension more for rows. */
    private static Object array(List<?> list) {
        if (list.stream().allMatch(Integer.class::isInstance)) {
            return list.stream().mapToInt(v -> (Integer) v).toArray();
        }
        if (list.stream().allMatch(Number.class::isInstance)) {
            return list.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
        }
        if (!list.stream().allMatch(List.class::isInstance)) {
            return list.toArray();
        }
        List<Object> rows = list.stream().map(row -> array((List<?>) row)).toList();
        Class<?> type = rows.stream().map(Object::getClass).distinct().count() == 1
                ? rows.get(0).getClass()
                : Object.class;
        Object all = java.lang.reflect.Array.newInstance(type, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            java.lang.reflect.Array.set(all, i, rows.get(i));
        }
        return all;
    }

    /** The Java type of a parameter: that of all of its values, else Object. */
    private static String type(Parameter p) {
        if (p instanceof Array a) {
            boolean mixed = a.element() instanceof Choice c
                    && c.values().stream().map(Records::name).distinct().count() > 1;
            return mixed ? "Object" : name(p.fallback());
        }
        if (p.size().isEmpty() || p.size().getAsLong() > 1000) {
            return name(p.fallback());
        }
        String type = name(p.value(0));
        for (long i = 1; i < p.size().getAsLong(); i++) {
            if (!name(p.value(i)).equals(type)) {
                return "Object";
            }
        }
        return type;
    }

    private static String name(Object value) {
        if (value instanceof List<?> list) {
            return array(list).getClass().getSimpleName();
        }
        return value instanceof Integer
                ? "int"
                : value instanceof Double ? "double" : value instanceof Boolean ? "boolean" : "String";
    }
}
