package dev.fettle.store.postgres;

import dev.fettle.store.LinesContract;
import dev.fettle.store.Opener;
import dev.fettle.store.PresenceContract;
import dev.fettle.store.Store;
import dev.fettle.store.StoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class PostgresContractTest implements StoreContract, LinesContract, PresenceContract.OfOneMachine {
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    /** Opens a database of PostgreSQL. */
    public static final class Databases implements Opener {
        @Override
        public Store open(String place) throws IOException {
            return PostgresStore.open(place);
        }
    }

    @Override
    public Opener opener() {
        return new Databases();
    }

    @Override
    public String place(Path folder) {
        return DATABASES.computeIfAbsent(folder, f -> {
            try {
                return PostgresProcess.shared().database();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
