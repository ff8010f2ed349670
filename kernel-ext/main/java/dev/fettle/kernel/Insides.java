package dev.fettle.kernel;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Private fields of a kernel; what is not there any more is an exception, which the caller must survive. */
public final class Insides {
    private Insides() {}

    /** The value of a field of the object's class or a class above it; it must not be null. */
    public static Object read(Object object, String field) throws ReflectiveOperationException {
        Object value = field(object, field).get(object);
        if (value == null) {
            throw new NoSuchFieldException(object.getClass().getName() + "." + field + " (null)");
        }
        return value;
    }

    /** Gives such a field another value. */
    public static void write(Object object, String field, Object value) throws ReflectiveOperationException {
        field(object, field).set(object, value);
    }

    private static Field field(Object object, String name) throws NoSuchFieldException {
        for (@Nullable Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (f.getName().equals(name)) {
                    f.setAccessible(true);
                    return f;
                }
            }
        }
        throw new NoSuchFieldException(object.getClass().getName() + "." + name);
    }
}
