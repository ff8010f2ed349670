package dev.fettle.word;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of the elements of arrays: {@code w[3]}, {@code w[1][2]}. */
public final class Elements {
    private Elements() {}

    /** The name of the array, or the name itself. */
    public static String base(String name) {
        int at = name.indexOf('[');
        return at < 0 ? name : name.substring(0, at);
    }

    /** What the indices behind a name lead to in the value of its array; null if they lead nowhere. */
    public static @Nullable Object in(@Nullable Object value, String name) {
        Object inner = value;
        int at = name.indexOf('[');
        while (at >= 0) {
            int end = name.indexOf(']', at);
            int index = end < 0 ? -1 : index(name, at + 1, end);
            if (!(inner instanceof List<?> list) || index < 0 || index >= list.size()) {
                return null;
            }
            inner = list.get(index);
            at = end + 1 < name.length() ? end + 1 : -1;
        }
        return inner;
    }

    private static int index(String name, int from, int to) {
        int index = 0;
        for (int i = from; i < to; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9 || index > 100_000_000) {
                return -1;
            }
            index = 10 * index + digit;
        }
        return from < to ? index : -1;
    }
}
