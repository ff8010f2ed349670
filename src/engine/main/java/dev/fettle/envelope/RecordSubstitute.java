package dev.fettle.envelope;

import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * A record that does not say it can be serialised: it is its components, and made of them again.
 *
 * @param components in their order
 */
record RecordSubstitute(Class<?> type, @Nullable Object[] components) implements Serializable {
    private static final long serialVersionUID = 1;

    static RecordSubstitute of(Record object) {
        RecordComponent[] described = object.getClass().getRecordComponents();
        @Nullable Object[] components = new Object[described.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Field field = object.getClass().getDeclaredField(described[i].getName());
                field.setAccessible(true);
                components[i] = field.get(object);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Record (" + object + ") must let its fields be read.", e);
        }
        return new RecordSubstitute(object.getClass(), components);
    }

    @Serial
    private Object readResolve() throws ReflectiveOperationException {
        RecordComponent[] described = type.getRecordComponents();
        Class<?>[] types = new Class<?>[described.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = described[i].getType();
        }
        Constructor<?> canonical = type.getDeclaredConstructor(types);
        canonical.setAccessible(true);
        return canonical.newInstance(components);
    }
}
