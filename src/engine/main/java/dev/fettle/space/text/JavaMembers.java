package dev.fettle.space.text;

import dev.fettle.word.Words;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What stands as {@code ${java}} in values of parameters. */
final class JavaMembers {
    private JavaMembers() {}

    /** In as few bits as it fits in. */
    static Object whole(long whole) {
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    /** Those of a collection or an array, else the value itself. */
    static List<Object> of(Token token, Object value) throws MistakeException {
        List<Object> all = new ArrayList<>();
        if (value instanceof Collection<?> c) {
            if (c instanceof Set<?> && !(c instanceof SortedSet<?> || c instanceof LinkedHashSet<?>)) {
                throw new MistakeException(token, "Set (${" + token.text() + "}) must have an order. Maybe a List.");
            }
            for (Object member : c) {
                all.add(value(token, member));
            }
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                all.add(value(token, Array.get(value, i)));
            }
        } else {
            all.add(value(token, value));
        }
        return all;
    }

    /** A value of the notebook as one of a parameter: null is the word none, whole numbers are {@code int} where they fit, or {@code long}. */
    static Object value(Token token, @Nullable Object value) throws MistakeException {
        if (value instanceof Integer || value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Long l) {
            return whole(l);
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
            return n.doubleValue();
        }
        if (value == null) {
            return Words.NONE;
        }
        if (value instanceof Character || value instanceof Enum<?>) {
            return value.toString();
        }
        if (value.getClass().isArray() || value instanceof Collection<?>) {
            return Words.alike(of(token, value));
        }
        String what = value instanceof Number
                ? value.toString()
                : "a " + value.getClass().getSimpleName();
        throw new MistakeException(
                token,
                "Java (${" + token.text() + "}) must be a finite number, a string, a boolean or an array of them, not "
                        + what + ".");
    }
}
