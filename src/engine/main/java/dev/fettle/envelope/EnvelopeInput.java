package dev.fettle.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Objects whose classes a loader has, whoever calls. */
final class EnvelopeInput extends ObjectInputStream {
    private final ClassLoader loader;

    EnvelopeInput(byte[] contents, ClassLoader loader) throws IOException {
        super(new ByteArrayInputStream(contents));
        this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
        try {
            return Class.forName(described.getName(), false, loader);
        } catch (ClassNotFoundException e) {
            // Names of primitive types are no classes.
            return super.resolveClass(described);
        }
    }
}
