package dev.fettle.journal.kept;

import dev.fettle.store.Store;
import dev.fettle.store.sql.PostgresStore;
import dev.fettle.store.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the kind of store that a place asks for. */
public final class Stores {
    private Stores() {}

    /**
     * The store of a place; writes nothing.
     *
     * @param place a file of SQLite, which need not exist, or an address of PostgreSQL: {@code postgresql://user@host/database}
     * @throws IOException if it is something else, or cannot be had; the message is a whole sentence
     */
    public static Store open(String place) throws IOException {
        if (PostgresStore.isAddress(place)) {
            return PostgresStore.open(place);
        }
        try {
            return SqliteStore.open(Path.of(place));
        } catch (InvalidPathException e) {
            throw new IOException(
                    "Journal (" + place + ") must be a file or an address of PostgreSQL. Maybe study.db.", e);
        }
    }
}
