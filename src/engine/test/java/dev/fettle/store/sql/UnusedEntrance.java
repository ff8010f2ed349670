package dev.fettle.store.sql;

import dev.fettle.store.Presence;
import java.io.IOException;

/** For tests in which nobody enters. */
public enum UnusedEntrance implements Entrance {
    HERE;

    @Override
    public Presence enter() throws IOException {
        throw new IOException("nobody enters");
    }
}
