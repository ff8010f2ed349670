package dev.fettle.store.sqlite;

import dev.fettle.store.LinesContract;
import dev.fettle.store.Opener;
import dev.fettle.store.PresenceContract;
import dev.fettle.store.Store;
import dev.fettle.store.StoreContract;
import java.io.IOException;
import java.nio.file.Path;

class SqliteContractTest implements StoreContract, LinesContract, PresenceContract.OfOneMachine {
    /** Opens a file of SQLite. */
    public static final class Sqlites implements Opener {
        @Override
        public Store open(String place) throws IOException {
            return SqliteStore.open(Path.of(place));
        }
    }

    @Override
    public Opener opener() {
        return new Sqlites();
    }

    @Override
    public String place(Path folder) {
        return folder.resolve("studies.db").toString();
    }
}
