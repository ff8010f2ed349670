package dev.fettle.store.sql;

import dev.fettle.store.Presence;
import java.io.IOException;

/** Where a writer says that it is there. */
interface Entrance {
    /** See {@link dev.fettle.store.Lines#enter}. */
    Presence enter() throws IOException;
}
