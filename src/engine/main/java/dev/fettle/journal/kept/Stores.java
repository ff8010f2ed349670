package dev.fettle.journal.kept;

import dev.fettle.store.Store;
import dev.fettle.store.UnavailableException;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.postgres.PostgresStore;
import dev.fettle.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the kind of store that a place asks for. */
public final class Stores {
    private static final String TEXT = ".journal";

    private Stores() {}

    /**
     * A store, and why it is not the one that was asked for.
     *
     * @param remark a sentence; empty if it is
     */
    public record Opened(Store store, String remark) {}

    /**
     * The store of a place; writes nothing. Where SQLite cannot work, on a disk of another computer or in a process that may not
     * load its library, a new journal is a text file beside the name, and so it stays.
     *
     * @param place a file of SQLite, which need not exist; a text file {@code NAME.journal}; or an address of PostgreSQL: {@code
     *     postgresql://user@host/database}
     * @throws IOException if it is something else, or cannot be had; the message is a whole sentence
     */
    public static Opened open(String place) throws IOException {
        if (PostgresStore.isAddress(place)) {
            return new Opened(PostgresStore.open(place), "");
        }
        Path file = path(place);
        Path text = text(file);
        if (file.equals(text)) {
            return new Opened(new FileStore(file), "");
        }
        if (Files.exists(file)) {
            return new Opened(SqliteStore.open(file), "");
        }
        if (Files.exists(text)) {
            return instead(text, "it was begun there");
        }
        if (SqliteStore.isOnNetwork(file.toAbsolutePath())) {
            return instead(text, "SQLite does not work on a disk of another computer");
        }
        try {
            return new Opened(SqliteStore.open(file), "");
        } catch (UnavailableException e) {
            return instead(text, String.valueOf(e.getMessage()));
        }
    }

    private static Opened instead(Path text, String why) {
        String reason = why.endsWith(".") ? why : why + ".";
        return new Opened(new FileStore(text), "The journal is the text file " + text + ": " + reason);
    }

    private static Path path(String place) throws IOException {
        try {
            return Path.of(place);
        } catch (InvalidPathException e) {
            throw new IOException(
                    "Journal (" + place + ") must be a file or an address of PostgreSQL. Maybe study.db.", e);
        }
    }

    /** The name of the text file that stands for a file of SQLite. */
    private static Path text(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(TEXT) ? file : file.resolveSibling(name.replaceFirst("\\.(db|sqlite3?)$", "") + TEXT);
    }
}
