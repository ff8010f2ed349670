package dev.fettle.bench.fault;

import dev.fettle.store.Store;
import dev.fettle.store.file.FileStore;
import dev.fettle.store.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The stores of one machine. */
enum Kind {
    FILE {
        @Override
        Store open(Path place) {
            return new FileStore(place);
        }
    },
    SQLITE {
        @Override
        Store open(Path place) throws IOException {
            return SqliteStore.open(place);
        }
    };

    abstract Store open(Path place) throws IOException;

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
