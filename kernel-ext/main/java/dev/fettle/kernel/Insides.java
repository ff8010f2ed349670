package dev.fettle.kernel;

import java.lang.reflect.Field;

/** Reads private fields of a kernel; what is not there any more is an exception, which the caller must survive. */
public final class Insides {
    private Insides() {}

    /** The value of a field of the object's class or a class above it. */
    public static Object read(Object object, String field) throws ReflectiveOperationException {
        for (Class<?> c = object.getClass(); c != null; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (f.getName().equals(field)) {
                    f.setAccessible(true);
                    Object value = f.get(object);
                    if (value != null) {
                        return value;
                    }
                }
            }
        }
        throw new NoSuchFieldException(object.getClass().getName() + "." + field);
    }
}
