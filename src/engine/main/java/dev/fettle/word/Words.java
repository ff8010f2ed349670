package dev.fettle.word;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values in the words of the cell language: {@code tanh}, {@code 1e-4}, {@code (100, 50)}. */
public final class Words {
    /** What stands for null, as Java and JSON write it, and for Python's None: values of parameters are never null. */
    public static final String NONE = "none";

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** Words that read as another value. */
    private static final Set<String> VALUES = Set.of("true", "false", "True", "False", "None", "null");

    /** Numbers in Java and Python, and no values of parameters: that they are words must be said by quotes. */
    private static final Set<String> NO_NUMBERS = Set.of("NaN", "nan", "Infinity", "inf", "Inf");

    private Words() {}

    /** The value as it would be typed in a cell; strings that are no bare word, or would read as another value, are quoted. */
    public static String of(Object value) {
        return of(value, Set.of());
    }

    /** The same where some words mean something else and must be quoted. */
    public static String of(Object value, Set<String> taken) {
        if (value instanceof List<?> list) {
            return list.stream().map(Words::of).collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof String text) {
            boolean bare = BARE.matcher(text).matches() && !isValue(text) && !isNoNumber(text) && !taken.contains(text);
            return bare ? text : quoted(text);
        }
        return value instanceof Double ? value.toString().replace(".0E", "e").replace('E', 'e') : value.toString();
    }

    /**
     * The values, where whole numbers among nothing but numbers are decimal as soon as one of them is, else long as soon as one
     * of them is.
     */
    public static List<Object> alike(List<?> values) {
        if (!values.stream().allMatch(Number.class::isInstance)) {
            return List.copyOf(values);
        }
        if (values.stream().anyMatch(Double.class::isInstance)) {
            return values.stream().map(v -> (Object) ((Number) v).doubleValue()).toList();
        }
        return values.stream().anyMatch(Long.class::isInstance)
                ? values.stream().map(v -> (Object) ((Number) v).longValue()).toList()
                : List.copyOf(values);
    }

    /** The value, where null is the word {@link #NONE}. */
    public static Object named(@Nullable Object value) {
        return value == null ? NONE : value;
    }

    /** Whether a word stands for a value that is no word of this text: a boolean or null. */
    public static boolean isValue(String word) {
        return VALUES.contains(word);
    }

    /** Whether a word would be a number that is not finite. */
    public static boolean isNoNumber(String word) {
        return NO_NUMBERS.contains(word);
    }

    /** Whether it is one of our whole numbers, which have 32 bits or 64. */
    public static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long;
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + '"';
    }
}
