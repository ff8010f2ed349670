package dev.fettle.space;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values in the words of the cell language: {@code tanh}, {@code 1e-4}, {@code (100, 50)}. */
public final class Words {
    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    private Words() {}

    /** The value as it would be typed in a cell; strings that are no bare word, or would read as a boolean, are quoted. */
    public static String of(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Words::of).collect(Collectors.joining(", ", "(", ")"));
        }
        if (value instanceof String text) {
            boolean bare = BARE.matcher(text).matches() && !text.equals("true") && !text.equals("false");
            return bare ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return value instanceof Double ? value.toString().replace(".0E", "e").replace('E', 'e') : value.toString();
    }
}
