package dev.fettle.bench.fault;

import dev.fettle.store.Store;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.postgres.PostgresProcess;
import dev.fettle.store.postgres.PostgresStore;
import dev.fettle.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The stores that there are. */
enum Kind {
    FILE("text journal") {
        @Override
        Store open(String place) {
            return new FileStore(Path.of(place));
        }
    },
    SQLITE("SQLite") {
        @Override
        Store open(String place) throws IOException {
            return SqliteStore.open(Path.of(place));
        }
    },
    POSTGRESQL("PostgreSQL") {
        @Override
        String place(Path folder, String name) throws IOException {
            return PostgresProcess.shared().database();
        }

        @Override
        Store open(String place) throws IOException {
            return PostgresStore.open(place);
        }
    };

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Where a new store of a name would be, in a folder if it is a file. */
    String place(Path folder, String name) throws IOException {
        return folder.resolve(name).toString();
    }

    abstract Store open(String place) throws IOException;

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String title() {
        return title;
    }
}
