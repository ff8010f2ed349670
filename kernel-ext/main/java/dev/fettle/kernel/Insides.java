package dev.fettle.kernel;

import java.lang.reflect.Field;
import java.util.Map;
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

    /** The class file of a class of JJava's loader, which has them in a map and hands none out; null if it has no such class. */
    static byte @Nullable [] code(ClassLoader loader, String name) {
        try {
            return ((Map<?, ?>) read(read(loader, "this$0"), "declaredClasses")).get(name) instanceof byte[] code
                    ? code
                    : null;
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException("Kernel must let the classes of the notebook be read: " + e, e);
        }
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
