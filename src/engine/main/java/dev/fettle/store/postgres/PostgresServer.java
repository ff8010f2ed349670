package dev.fettle.store.postgres;

import dev.fettle.store.Conflict;
import dev.fettle.store.lock.Undisturbed;
import dev.fettle.store.sql.Database;
import dev.fettle.store.sql.Drivers;
import dev.fettle.store.sql.Schema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database of PostgreSQL: one connection that reads and one that writes, each for one thread at a time. A server that restarts and says
 * so is waited for, for a minute; one that says nothing, since it is dead or the network is cut, for half a minute and the
 * little that a last attempt takes.
 */
final class PostgresServer implements Database {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final PostgresAddress address;
    private final Driver driver;
    private final PostgresTables tables;
    private final Patience patience;
    private final Lane reading;
    private final Lane writing;
    private volatile boolean closed;

    /**
     * How long a call may take where the server cannot be had.
     *
     * @param refused while it answers that it is not ready, as one that restarts does
     * @param silent while it does not answer at all
     * @param last for an attempt that begins when the rest is over
     */
    record Patience(Duration refused, Duration silent, Duration last) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(4));
    }

    /** A session, whose turn it is, and whether its tables have been looked at. */
    private static final class Lane {
        final ReentrantLock turn = new ReentrantLock(true);
        final PostgresSession session;
        boolean checked;

        Lane(PostgresSession session) {
            this.session = session;
        }
    }

    private PostgresServer(PostgresAddress address, Driver driver, Schema schema, Patience patience) {
        this.address = address;
        this.driver = driver;
        this.tables = new PostgresTables(address, schema);
        this.patience = patience;
        this.reading = new Lane(session());
        this.writing = new Lane(session());
    }

    /** Connects, to say at once what is wrong; writes nothing. */
    static PostgresServer open(String text, Map<String, String> environment, Schema schema) throws IOException {
        return open(text, environment, schema, Patience.USUAL);
    }

    static PostgresServer open(String text, Map<String, String> environment, Schema schema, Patience patience)
            throws IOException {
        PostgresAddress address = PostgresAddress.read(text, environment);
        PostgresServer server =
                new PostgresServer(address, Drivers.find("PostgreSQL", "jdbc:postgresql:"), schema, patience);
        try {
            Undisturbed.call(() -> server.reading.session.connection(patience.silent()));
        } catch (SQLException e) {
            throw PostgresErrors.sentence(address, e);
        }
        server.read(connection -> true, true);
        return server;
    }

    private PostgresSession session() {
        // The lines of a turn go as one statement.
        return new PostgresSession(driver, address, Map.of("reWriteBatchedInserts", "true"));
    }

    /** A connection for signs of life, which gives up soon, so that the next one is in time. */
    PostgresSession beats() {
        return new PostgresSession(
                driver, address, Map.of("connectTimeout", "5", "loginTimeout", "5", "socketTimeout", "5"));
    }

    IOException sentence(SQLException e) {
        return PostgresErrors.sentence(address, e);
    }

    @Override
    public String place() {
        return address.place();
    }

    @Override
    public <T> T read(Reading<T> work, T none) throws IOException {
        try {
            return Undisturbed.call(() -> insist(reading, new Attempts(), (connection, again) -> {
                if (!reading.checked) {
                    if (!tables.areMade(connection)) {
                        return none;
                    }
                    tables.check(connection);
                    reading.checked = true;
                }
                return work.on(connection);
            }));
        } catch (Conflict e) {
            throw new IOException(e);
        }
    }

    @Override
    public <T> T write(Writing<T> work) throws IOException, Conflict {
        return Undisturbed.call(() -> {
            Attempts attempts = new Attempts();
            attempts.turn(writing);
            try {
                if (!writing.checked) {
                    writing.checked = insist(writing, attempts, (connection, again) -> tables.make(connection));
                }
                return insist(writing, attempts.next(), work);
            } finally {
                writing.turn.unlock();
            }
        });
    }

    private <T> T insist(Lane lane, Attempts attempts, Writing<T> work) throws IOException, Conflict {
        attempts.turn(lane);
        try {
            while (true) {
                if (closed) {
                    throw new IOException("Journal (" + place() + ") must be open. Maybe it was closed meanwhile.");
                }
                try {
                    return attempt(lane, work, attempts);
                } catch (SQLException e) {
                    attempts.failed(e);
                }
            }
        } finally {
            lane.turn.unlock();
        }
    }

    /** What one call has tried so far. */
    private final class Attempts {
        private final long began;
        private Duration pause = FIRST_PAUSE;
        boolean unclear;

        Attempts() {
            this(System.nanoTime());
        }

        private Attempts(long began) {
            this.began = began;
        }

        /** Those of the second transaction of a call. */
        Attempts next() {
            return new Attempts(began);
        }

        private Duration spent() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        /** Waits for its turn, as long as for a server: others may be waiting for that. */
        void turn(Lane lane) throws IOException {
            boolean mine = lane.turn.tryLock();
            for (long left = patience.refused().toNanos(); !mine && left > 0; left = left()) {
                try {
                    mine = lane.turn.tryLock(left, TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // Nobody interrupts these threads.
                }
            }
            if (!mine) {
                throw PostgresErrors.sentence(address, new SQLException("Others wait for it.", "08006"));
            }
        }

        private long left() {
            return patience.refused().minus(spent()).toNanos();
        }

        /** How long the server may say nothing now. */
        Duration silence() {
            Duration left = patience.silent().minus(spent());
            return left.compareTo(patience.last()) < 0 ? patience.last() : left;
        }

        /** Waits a little, if waiting may help. */
        void failed(SQLException e) throws IOException {
            Duration most = PostgresErrors.isRefusal(e) ? patience.refused() : patience.silent();
            if (!PostgresErrors.isPassing(e) || spent().compareTo(most) >= 0) {
                throw PostgresErrors.sentence(address, e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private <T> T attempt(Lane lane, Writing<T> work, Attempts attempts) throws SQLException, IOException, Conflict {
        boolean committing = false;
        try {
            Connection connection = begin(lane, attempts.silence());
            T result = work.on(connection, attempts.unclear);
            committing = true;
            connection.commit();
            return result;
        } catch (SQLException e) {
            attempts.unclear |= committing;
            lane.checked = false;
            lane.session.abort();
            throw e;
        } catch (IOException | Conflict | RuntimeException | Error e) {
            rollback(lane);
            throw e;
        }
    }

    private Connection begin(Lane lane, Duration silence) throws SQLException {
        Connection connection = lane.session.connection(silence);
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
            if (lane == reading) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }
        return connection;
    }

    private void rollback(Lane lane) {
        try {
            lane.session.connection(patience.last()).rollback();
        } catch (SQLException e) {
            lane.session.abort();
        }
    }

    @Override
    public void awaitTurn(Connection connection, String study, Reading<?> reading) throws SQLException, IOException {
        tables.approachTurn(connection, study);
        reading.on(connection);
        tables.awaitTurn(connection, study);
    }

    /** The server looks after its own indexes. */
    @Override
    public void check(Connection connection) {}

    /** An error ends the transaction, so that nothing more can be read in it. */
    @Override
    public boolean isOnlyDamage(SQLException e) {
        return false;
    }

    @Override
    public void close() {
        closed = true;
        for (Lane lane : List.of(reading, writing)) {
            lane.turn.lock();
            try {
                lane.session.close();
            } finally {
                lane.turn.unlock();
            }
        }
    }
}
