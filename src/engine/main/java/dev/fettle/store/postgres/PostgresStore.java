package dev.fettle.store.postgres;

import dev.fettle.store.Presence;
import dev.fettle.store.Store;
import dev.fettle.store.UnavailableException;
import dev.fettle.store.lock.Rhythm;
import dev.fettle.store.sql.Entrance;
import dev.fettle.store.sql.SqlStore;
import java.io.IOException;
import java.util.Optional;

/**
 * A database of PostgreSQL that keeps studies, for programs on many computers. Its tables are in the schema {@code fettle}, or that
 * of {@code ?currentSchema=NAME} in the address, and are made when the first event is kept.
 *
 * <p>A server that restarts is waited for, for a minute, and one that says nothing, since it is dead or the network is cut, for half a
 * minute. What cannot be had by then is an error; an address that is wrong is one at once.
 */
public final class PostgresStore {
    private PostgresStore() {}

    /** Whether a text is meant to be an address of PostgreSQL: {@code postgresql://…}, {@code jdbc:postgresql://…}. */
    public static boolean isAddress(String text) {
        return PostgresAddress.isOne(text);
    }

    /**
     * The store at an address, {@code postgresql://user:password@host:port/database}. The password may be in {@code PGPASSWORD} or in
     * the file {@code .pgpass} as well, and is in no message. Writes nothing.
     *
     * @throws UnavailableException if the driver is missing
     * @throws IOException if there is no such database, or it may not be used
     */
    public static Store open(String address) throws IOException {
        PostgresServer server = PostgresServer.open(address, System.getenv(), PostgresTables.SCHEMA);
        return new SqlStore(server, new Entrance() {
            @Override
            public Presence enter() throws IOException {
                return PostgresPresence.enter(server, Rhythm.USUAL, System::nanoTime);
            }

            @Override
            public Optional<Boolean> isThere(String writer) throws IOException {
                return PostgresPresence.isThere(server, writer);
            }
        });
    }
}
