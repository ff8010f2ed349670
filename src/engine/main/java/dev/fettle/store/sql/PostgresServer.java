package dev.fettle.store.sql;

import dev.fettle.store.Conflict;
import dev.fettle.store.lock.Undisturbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A database of PostgreSQL: one connection that reads and one that writes, each for one thread at a time. A server that goes away is
 * waited for, for a minute since the first error, so that a restart or a cut network is no error; a call
 * ends, with its result or a sentence, within that minute and the time-out of one answer, 30 s.
 */
final class PostgresServer implements Database {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final PostgresAddress address;
    private final Driver driver;
    private final PostgresTables tables;
    private final Lane reading;
    private final Lane writing;
    private volatile boolean closed;

    /** A session, whose turn it is, and whether its tables have been looked at. */
    private static final class Lane {
        final ReentrantLock turn = new ReentrantLock(true);
        final PostgresSession session;
        boolean checked;

        Lane(PostgresSession session) {
            this.session = session;
        }
    }

    private PostgresServer(PostgresAddress address, Driver driver, Schema schema) {
        this.address = address;
        this.driver = driver;
        this.tables = new PostgresTables(address, schema);
        this.reading = new Lane(session());
        this.writing = new Lane(session());
    }

    /** Connects, to say at once what is wrong; writes nothing. */
    static PostgresServer open(String text, Map<String, String> environment, Schema schema) throws IOException {
        PostgresAddress address = PostgresAddress.read(text, environment);
        PostgresServer server = new PostgresServer(address, Drivers.find("PostgreSQL", "jdbc:postgresql:"), schema);
        try {
            Undisturbed.call(server.reading.session::connection);
        } catch (SQLException e) {
            throw PostgresErrors.sentence(address, e);
        }
        server.read(connection -> true, true);
        return server;
    }

    private PostgresSession session() {
        return new PostgresSession(driver, address, Map.of());
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
            return Undisturbed.call(() -> insist(reading, (connection, again) -> {
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
            writing.turn.lock();
            try {
                if (!writing.checked) {
                    writing.checked = insist(writing, (connection, again) -> tables.make(connection));
                }
                return insist(writing, work);
            } finally {
                writing.turn.unlock();
            }
        });
    }

    private <T> T insist(Lane lane, Writing<T> work) throws IOException, Conflict {
        lane.turn.lock();
        try {
            Attempts attempts = new Attempts();
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

    /** What has failed so far. */
    private final class Attempts {
        private long first;
        private Duration pause = FIRST_PAUSE;
        boolean unclear;

        /** Waits a little, if waiting may help. */
        void failed(SQLException e) throws IOException {
            long now = System.nanoTime();
            first = first == 0 ? now : first;
            if (!PostgresErrors.isPassing(e) || now - first > PATIENCE.toNanos()) {
                throw PostgresErrors.sentence(address, e);
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private <T> T attempt(Lane lane, Writing<T> work, Attempts attempts) throws SQLException, IOException, Conflict {
        boolean committing = false;
        try {
            Connection connection = begin(lane);
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

    private Connection begin(Lane lane) throws SQLException {
        Connection connection = lane.session.connection();
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
            if (lane == reading) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
        }
        return connection;
    }

    private static void rollback(Lane lane) {
        try {
            lane.session.connection().rollback();
        } catch (SQLException e) {
            lane.session.abort();
        }
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
