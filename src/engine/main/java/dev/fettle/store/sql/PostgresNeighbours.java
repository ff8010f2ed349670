package dev.fettle.store.sql;

import dev.fettle.store.Presence;
import dev.fettle.store.file.LockFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The writers of a database on one computer, which see by locks in its folder for temporary files that another has died.
 *
 * @param writer the name of ours
 * @param host the name of that folder, which nobody shares who cannot see the same files: containers have one each
 * @param locks ours; null where no locks can be had
 */
record PostgresNeighbours(
        String writer, String host, @Nullable Presence locks) {
    /** Enters; where files cannot be locked, all others are strangers. */
    static PostgresNeighbours enter(String store) {
        Path beside = Path.of(
                System.getProperty("java.io.tmpdir"), "fettle-" + System.getProperty("user.name", "") + "-" + store);
        LockFiles files = new LockFiles(beside, "Folder for temporary files");
        try {
            Path name = beside.resolveSibling(beside.getFileName() + ".locks").resolve("host");
            String host = files.alone(() -> {
                if (!Files.exists(name)) {
                    Files.writeString(name, UUID.randomUUID().toString());
                }
                return Files.readString(name);
            });
            Presence locks = files.enter();
            return new PostgresNeighbours(locks.writer(), host, locks);
        } catch (IOException e) {
            return new PostgresNeighbours(
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), null);
        }
    }

    /** Whether another one is gone; empty if it is somewhere else. */
    Optional<Boolean> isGone(String other, String where) throws IOException {
        return locks == null || !host.equals(where) ? Optional.empty() : Optional.of(locks.isGone(other));
    }

    void close() throws IOException {
        if (locks != null) {
            locks.close();
        }
    }
}
