package dev.fettle.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where notebook code and ours hand objects to each other, by a key. Public because notebook code names it. */
public final class Slots {
    private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final Object NOTHING = new Object();

    private Slots() {}

    /** Leaves an object; null too. */
    public static void put(String key, @Nullable Object value) {
        OBJECTS.put(key, value == null ? NOTHING : value);
    }

    /** Takes an object away; null if there is none. */
    public static @Nullable Object take(String key) {
        Object value = OBJECTS.remove(key);
        return value == NOTHING ? null : value;
    }

    /** What lies under the key; leaves a class of the notebook for us under {@code key.class}. */
    public static @Nullable Object swap(String key, Class<?> type) {
        OBJECTS.put(key + ".class", type);
        Object value = OBJECTS.get(key);
        return value == NOTHING ? null : value;
    }
}
