package dev.fettle.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where Java of the notebook and ours hand objects to each other, by a key. Public because Java of the notebook names it; its
 * dollar sign is explained at {@link Notebook#use}. Safe for any thread.
 */
public final class Slots$ {
    private static final Map<String, Object> OBJECTS = new ConcurrentHashMap<>();
    private static final Object NOTHING = new Object();

    private Slots$() {}

    /** Leaves an object; null too. */
    public static void put(String key, @Nullable Object value) {
        OBJECTS.put(key, value == null ? NOTHING : value);
    }

    /** Takes an object away; null if there is none. */
    public static @Nullable Object take(String key) {
        Object value = OBJECTS.remove(key);
        return value == NOTHING ? null : value;
    }

    /** The class that calls this: that of a snippet. */
    public static Class<?> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .getCallerClass();
    }
}
