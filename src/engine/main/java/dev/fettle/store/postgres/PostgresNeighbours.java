package dev.fettle.store.postgres;

import dev.fettle.store.Presence;
import dev.fettle.store.lock.LockFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The writers of databases on one computer, which see by locks in its folder for temporary files that another has died. One such
 * folder is enough for all databases, since no two writers have one name.
 *
 * @param writer the name of ours
 * @param host the name of that folder, which nobody shares who cannot see the same files: containers have one each
 * @param locks ours; null where no locks can be had
 */
record PostgresNeighbours(
        String writer, String host, @Nullable Presence locks) {
    /** Enters; where files cannot be locked, all others are strangers. */
    static PostgresNeighbours enter() {
        LockFiles files = files();
        try {
            Path name = name();
            String host = files.alone(() -> host(name));
            Presence locks = files.enter();
            return new PostgresNeighbours(locks.writer(), host, locks);
        } catch (IOException e) {
            return new PostgresNeighbours(random(), random(), null);
        }
    }

    private static Path beside() {
        String user = System.getProperty("user.name", "").replaceAll("\\W", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "fettle-" + user);
    }

    private static LockFiles files() {
        return new LockFiles(beside(), "Folder for temporary files");
    }

    private static Path name() {
        Path beside = beside();
        return beside.resolveSibling(beside.getFileName() + ".locks").resolve("host");
    }

    /** Whether one is there; empty if it is somewhere else. Makes nothing. */
    static Optional<Boolean> isThere(String other, String where) throws IOException {
        Path name = name();
        return Files.isReadable(name) && Files.size(name) > 0 && host(name).equals(where)
                ? Optional.of(files().isThere(other))
                : Optional.empty();
    }

    /**
     * What no other folder is called: chance, since a disk may be reached from many computers; and because a disk may be copied with
     * what is on it, the file itself, and the start of the system that has it.
     */
    private static String host(Path name) throws IOException {
        if (!Files.exists(name) || Files.size(name) == 0) {
            Files.writeString(name, random());
        }
        Path boot = Path.of("/proc/sys/kernel/random/boot_id");
        return Files.readString(name) + " "
                + Files.readAttributes(name, BasicFileAttributes.class).fileKey() + " "
                + (Files.isReadable(boot) ? Files.readString(boot).strip() : "");
    }

    private static String random() {
        return UUID.randomUUID().toString();
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
