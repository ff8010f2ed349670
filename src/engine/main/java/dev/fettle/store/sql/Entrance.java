package dev.fettle.store.sql;

import dev.fettle.store.Presence;
import java.io.IOException;
import java.util.Optional;

/** Where a writer says that it is there. */
public interface Entrance {
    /** See {@link dev.fettle.store.Lines#enter}. */
    Presence enter() throws IOException;

    /** See {@link dev.fettle.store.Lines#isThere}. */
    default Optional<Boolean> isThere(String writer) throws IOException {
        return Optional.empty();
    }
}
