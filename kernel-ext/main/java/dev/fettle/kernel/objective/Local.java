package dev.fettle.kernel.objective;

import dev.fettle.space.Array;
import dev.fettle.space.Parameter;
import java.util.List;

/**
 * A variable of the notebook's Java that holds a parameter or a constant.
 *
 * @param type as written in Java: int, long, double, boolean, String, an array of them, or Object
 */
public record Local(String name, String type) {
    /** More values of one parameter than this are judged by one of them. */
    private static final long MANY = 1000;

    /** The type that all values of the parameter have, else Object. */
    public static Local of(Parameter p) {
        if (p instanceof Array a) {
            String element = of(a.element()).type();
            return new Local(
                    p.name(),
                    element.equals("Object")
                            ? "Object"
                            : element + "[]".repeat(a.shape().size()));
        }
        if (p.size().isEmpty() || p.size().getAsLong() > MANY) {
            return new Local(p.name(), typeOf(p.fallback()));
        }
        String type = typeOf(p.value(0));
        for (long i = 1; i < p.size().getAsLong(); i++) {
            if (!typeOf(p.value(i)).equals(type)) {
                return new Local(p.name(), "Object");
            }
        }
        return new Local(p.name(), type);
    }

    /** The type of one value. */
    public static Local of(String name, Object value) {
        return new Local(name, typeOf(value));
    }

    /** The type by a name that a class {@code String} of the notebook does not hide. */
    public String fullType() {
        return type.startsWith("String") || type.startsWith("Object") ? "java.lang." + type : type;
    }

    /** A value as Java has it: lists become fresh arrays of {@code int}, {@code long}, {@code double}, {@code String} or {@code Object}. */
    public static Object java(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        Object[] members = list.stream().map(Local::java).toArray();
        Object array = java.lang.reflect.Array.newInstance(component(members), members.length);
        for (int i = 0; i < members.length; i++) {
            java.lang.reflect.Array.set(array, i, members[i]);
        }
        return array;
    }

    private static Class<?> component(Object[] members) {
        Class<?> common = members.length == 0 ? Object.class : members[0].getClass();
        for (Object member : members) {
            if (member.getClass() != common) {
                return Object.class;
            }
        }
        return common == Integer.class
                ? int.class
                : common == Long.class
                        ? long.class
                        : common == Double.class ? double.class : common == Boolean.class ? boolean.class : common;
    }

    private static String typeOf(Object value) {
        return switch (java(value).getClass().getSimpleName()) {
            case "Integer" -> "int";
            case "Long" -> "long";
            case "Double" -> "double";
            case "Boolean" -> "boolean";
            case "int[]",
                    "long[]",
                    "double[]",
                    "boolean[]",
                    "String[]",
                    "int[][]",
                    "long[][]",
                    "double[][]",
                    "boolean[][]",
                    "String[][]" -> java(value).getClass().getSimpleName();
            case "String" -> "String";
            default -> value instanceof List<?> ? "Object[]" : "Object";
        };
    }
}
