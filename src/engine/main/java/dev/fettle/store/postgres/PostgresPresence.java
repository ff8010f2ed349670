package dev.fettle.store.postgres;

import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import dev.fettle.store.lock.Pulse;
import dev.fettle.store.lock.Rhythm;
import dev.fettle.store.lock.Undisturbed;
import dev.fettle.store.lock.Watch;
import dev.fettle.store.sql.Characters;
import dev.fettle.store.sql.Database;
import dev.fettle.store.sql.StudyRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A writer as a row in which a number grows, on a connection of its own. Who watches that number for a minute and sees no change
 * takes the row away, so that all agree; on one computer a lock says it at once.
 */
final class PostgresPresence implements Presence {
    private final PostgresServer server;
    private final PostgresNeighbours neighbours;
    private final PostgresSession session;
    private final Rhythm rhythm;
    private final LongSupplier nanos;
    private final Map<String, Watch> watched = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Pulse pulse;

    /** What is seen of a writer. */
    private record Sign(long beat, String host) {}

    private PostgresPresence(PostgresServer server, PostgresNeighbours neighbours, Rhythm rhythm, LongSupplier nanos) {
        this.server = server;
        this.neighbours = neighbours;
        this.session = server.beats();
        this.rhythm = rhythm;
        this.nanos = nanos;
        this.pulse = Pulse.begin(rhythm.beat(), () -> alter("UPDATE writer SET beat = beat + 1 WHERE id = ?"));
    }

    static Presence enter(PostgresServer server, Rhythm rhythm, LongSupplier nanos) throws IOException {
        PostgresNeighbours neighbours = PostgresNeighbours.enter();
        try {
            write(server, (connection, again) -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO writer(id, beat, host) VALUES(?, 0, ?) ON CONFLICT(id) DO NOTHING")) {
                    insert.setString(1, neighbours.writer());
                    insert.setString(2, neighbours.host());
                    return insert.executeUpdate();
                }
            });
        } catch (IOException e) {
            neighbours.close();
            throw e;
        }
        return new PostgresPresence(server, neighbours, rhythm, nanos);
    }

    private static <T> T write(PostgresServer server, Database.Writing<T> work) throws IOException {
        try {
            return server.write(work);
        } catch (Conflict e) {
            throw new IOException(e);
        }
    }

    @Override
    public String writer() {
        return neighbours.writer();
    }

    @Override
    public synchronized boolean isGone(String writer) throws IOException {
        Optional<Sign> none = Optional.empty();
        Optional<Sign> sign = server.read(connection -> sign(connection, writer), none);
        if (sign.isEmpty()) {
            watched.remove(writer);
            return true;
        }
        Optional<Boolean> local = neighbours.isGone(writer, sign.get().host());
        if (local.isPresent()) {
            return local.get() && forget(writer, sign.get());
        }
        String beat = Long.toString(sign.get().beat());
        long now = nanos.getAsLong();
        Watch watch = watched.getOrDefault(writer, Watch.begin(beat, now)).look(beat, now, rhythm);
        watched.put(writer, watch);
        return watch.isSilent(rhythm) && forget(writer, sign.get());
    }

    /** Whether a writer is there; of one on another computer its row says only that it may be. */
    static Optional<Boolean> isThere(PostgresServer server, String writer) throws IOException {
        Optional<Sign> none = Optional.empty();
        Optional<Sign> sign = server.read(connection -> sign(connection, writer), none);
        return sign.isEmpty()
                ? Optional.of(false)
                : PostgresNeighbours.isThere(writer, sign.get().host());
    }

    private static Optional<Sign> sign(Connection connection, String writer) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT beat, host FROM writer WHERE id = ?")) {
            select.setString(1, Characters.kept(writer));
            try (ResultSet found = select.executeQuery()) {
                return found.next()
                        ? Optional.of(new Sign(found.getLong(1), StudyRow.text(found, 2)))
                        : Optional.empty();
            }
        }
    }

    /** Takes its row away, unless it has just shown that it lives. */
    private boolean forget(String writer, Sign last) throws IOException {
        boolean gone = write(server, (connection, again) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM writer WHERE id = ? AND beat = ?")) {
                delete.setString(1, writer);
                delete.setLong(2, last.beat());
                return delete.executeUpdate() == 1 || sign(connection, writer).isEmpty();
            }
        });
        watched.remove(writer);
        return gone;
    }

    /** One statement about our row; a row that others have taken away stays away. */
    private boolean alter(String sql) throws SQLException {
        synchronized (session) {
            try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
                statement.setString(1, writer());
                return statement.executeUpdate() == 1;
            } catch (SQLException e) {
                session.abort();
                throw e;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        pulse.close();
        try {
            Undisturbed.call(() -> alter("DELETE FROM writer WHERE id = ?"));
        } catch (SQLException e) {
            throw server.sentence(e);
        } finally {
            synchronized (session) {
                session.close();
            }
            neighbours.close();
        }
    }
}
