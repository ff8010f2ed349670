package dev.fettle.envelope;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A static variable or a method of a class.
 *
 * @param owner the binary name of the class
 */
record Member(String owner, String name) implements Comparable<Member> {
    /** The variable of this name, in the class or the nearest above it; null if there is none, or if it is a constant. */
    @Nullable
    Field variable(ClassLoader loader) throws ClassNotFoundException {
        for (Class<?> type = Class.forName(owner, true, loader); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return Modifier.isFinal(field.getModifiers()) ? null : field;
                }
            }
        }
        return null;
    }

    @Override
    public int compareTo(Member other) {
        int byOwner = owner.compareTo(other.owner);
        return byOwner != 0 ? byOwner : name.compareTo(other.name);
    }
}
