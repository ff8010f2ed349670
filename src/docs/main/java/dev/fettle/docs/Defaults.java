package dev.fettle.docs;

import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a record holds if it is made without arguments. Immutable, for any thread.
 *
 * @param type a record
 */
record Defaults(Class<?> type) {
    /** In words, by component; empty if it cannot be made without arguments. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        boolean bare = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        try {
            Object made = bare ? type.getConstructor().newInstance() : null;
            for (RecordComponent c : bare ? type.getRecordComponents() : new RecordComponent[0]) {
                values.put(c.getName(), words(c.getAccessor().invoke(made)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Record (" + type.getName() + ") must tell its values.", e);
        }
        return values;
    }

    private static String words(Object value) {
        if (value instanceof Integer i && i == Integer.MAX_VALUE) {
            return "no limit";
        }
        return value instanceof Double d
                ? new BigDecimal(d)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toString().replaceFirst("\\[]$", "");
    }

    /** The value of a constant of a type, which may be private. */
    static String constant(Class<?> type, String name) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Constant (" + name + ") must be one of " + type.getName() + ".", e);
        }
    }
}
