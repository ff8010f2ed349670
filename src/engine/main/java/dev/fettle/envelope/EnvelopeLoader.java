package dev.fettle.envelope;

import java.util.Map;

/** Classes of an envelope before those of its parent, which may have others of the same names: those of another kernel. */
final class EnvelopeLoader extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;

    EnvelopeLoader(Map<String, byte[]> classes, ClassLoader parent) {
        super(parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, code, 0, code.length);
        }
    }
}
