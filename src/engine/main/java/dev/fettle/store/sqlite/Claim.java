package dev.fettle.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * That a file of SQLite is open in this copy of our classes. Two copies in one JVM, of two class loaders, have two copies of SQLite,
 * neither of which knows of the other's locks: the system keeps those by process, and whoever closes the file first gives up
 * those of the other. So the second copy is refused.
 */
final class Claim implements AutoCloseable {
    private static final String PROPERTY = "dev.fettle.sqlite ";

    /** Of this copy of the class. */
    private static final String COPY = UUID.randomUUID().toString();

    /** How often each file is open here. */
    private static final Map<String, Integer> OPEN = new HashMap<>();

    private final String key;
    private boolean closed;

    private Claim(String key) {
        this.key = key;
    }

    /** @throws IOException if another copy has the file open */
    static Claim of(Path file, String place) throws IOException {
        String key = PROPERTY + real(file);
        synchronized (OPEN) {
            Object other = System.getProperties().putIfAbsent(key, COPY);
            if (other != null && !other.equals(COPY)) {
                throw new IOException("Journal (" + place
                        + ") must be open in one copy of Fettle. Maybe its jar was added twice to this kernel: restart the kernel,"
                        + " or close the study in the other.");
            }
            OPEN.merge(key, 1, Integer::sum);
        }
        return new Claim(key);
    }

    /** One name for a file, which need not exist, whatever links lead to it. */
    private static Path real(Path file) {
        try {
            return Files.exists(file)
                    ? file.toRealPath()
                    : file.resolveSibling(".").toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            return file;
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            if (!closed && OPEN.merge(key, -1, Integer::sum) == 0) {
                OPEN.remove(key);
                System.getProperties().remove(key, COPY);
            }
            closed = true;
        }
    }
}
