package dev.fettle.store.sqlite;

import dev.fettle.store.Presence;
import dev.fettle.store.Store;
import dev.fettle.store.UnavailableException;
import dev.fettle.store.lock.LockFiles;
import dev.fettle.store.sql.Entrance;
import dev.fettle.store.sql.Schema;
import dev.fettle.store.sql.SqlStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of SQLite that keeps studies: several processes of one computer may have it open, and what was appended survives their
 * death and a power cut. Beside it are {@code NAME-wal} and {@code NAME-shm} while somebody has it open, which belong to it, and
 * the folder {@code NAME.locks} of those who write.
 *
 * <p>Tables: {@code study}, and {@code line} with one row for each event, its text and its checksum. To read them with other programs does
 * no harm; what those write is found to be damage.
 */
public final class SqliteStore {
    private SqliteStore() {}

    /**
     * The store in a file. Writes nothing: without the file there are no studies, and the first event that is kept makes it.
     *
     * @throws UnavailableException if SQLite cannot be had in this process
     * @throws IOException if the file is something else
     */
    public static Store open(Path file) throws IOException {
        return open(file, SqliteFile.SCHEMA);
    }

    /**
     * The store in a file, to be looked at only: nothing is made beside it, and nothing can be kept.
     *
     * @throws IOException as {@link #open} does, or if there is no such file
     */
    public static Store look(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Journal (" + file + ") must exist.");
        }
        return store(SqliteFile.open(file, SqliteFile.SCHEMA, true));
    }

    static Store open(Path file, Schema schema) throws IOException {
        return store(SqliteFile.open(file, schema, false));
    }

    private static Store store(SqliteFile database) {
        LockFiles locks = new LockFiles(database.file(), "Journal (" + database.place() + ")");
        return new SqlStore(database, new Entrance() {
            @Override
            public Presence enter() throws IOException {
                return locks.enter();
            }

            @Override
            public Optional<Boolean> isThere(String writer) throws IOException {
                return Optional.of(locks.isThere(writer));
            }
        });
    }

    /** Whether a path, which need not exist, is on a disk of another computer: SQLite would not work there. */
    public static boolean isOnNetwork(Path path) {
        return NetworkDisk.holds(path);
    }
}
