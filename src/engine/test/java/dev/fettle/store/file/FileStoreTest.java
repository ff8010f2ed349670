package dev.fettle.store.file;

import dev.fettle.store.LinesContract;
import dev.fettle.store.Opener;
import dev.fettle.store.PresenceContract;
import dev.fettle.store.Store;
import dev.fettle.store.StoreContract;
import java.nio.file.Path;

class FileStoreTest implements StoreContract, LinesContract, PresenceContract.OfOneMachine {
    /** Opens a file. */
    public static final class File implements Opener {
        @Override
        public Store open(String place) {
            return new FileStore(Path.of(place));
        }
    }

    @Override
    public Opener opener() {
        return new File();
    }

    @Override
    public String place(Path folder) {
        return folder.resolve("new").resolve("a.journal").toString();
    }
}
