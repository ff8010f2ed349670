package dev.fettle.store.lock;

import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The locks of a store, with a clock that a test moves. */
public final class Watched {
    private Watched() {}

    /** Those of a file. */
    public static LockFiles locks(Path store, LongSupplier nanos) {
        return new LockFiles(store, "Journal (" + store + ")", Rhythm.USUAL, nanos);
    }
}
