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
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A writer as a row in which a number grows, on a connection of its own. Who watches that number for a minute and sees no change
 * takes the row away, so that all agree; on one computer a lock says it at once.
 */
final class PostgresPresence implements Presence {
    /** So many writers can be looked at as often as one likes. */
    private static final int FEW = 8;

    /** For each of more, up to the longest, which leaves time to see a sign of life more than once before it is late. */
    private static final Duration PAUSE = Duration.ofMillis(60);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final PostgresServer server;
    private final PostgresNeighbours neighbours;
    private final PostgresSession session;
    private final Rhythm rhythm;
    private final LongSupplier nanos;
    /** When others were looked at last. */
    private long looked;

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
        this.looked = nanos.getAsLong() - LONGEST_PAUSE.toNanos();
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
    public boolean isGone(String writer) throws IOException {
        return !gone(Set.of(writer)).isEmpty();
    }

    @Override
    public synchronized Set<String> gone(Set<String> writers) throws IOException {
        long now = nanos.getAsLong();
        if (writers.isEmpty() || now - looked < pause(writers.size())) {
            return Set.of();
        }
        looked = now;
        Map<String, Sign> signs = signs(server, writers);
        Set<String> gone = new LinkedHashSet<>();
        for (String writer : writers) {
            if (isGone(writer, signs.get(writer))) {
                gone.add(writer);
            }
        }
        return gone;
    }

    /** Between two looks at so many, so that all of them together look no more often than a few would. */
    private static long pause(int writers) {
        return writers <= FEW ? 0 : Math.min(LONGEST_PAUSE.toNanos(), PAUSE.toNanos() * writers);
    }

    private boolean isGone(String writer, @Nullable Sign sign) throws IOException {
        if (sign == null) {
            watched.remove(writer);
            return true;
        }
        Optional<Boolean> local = neighbours.isGone(writer, sign.host());
        if (local.isPresent()) {
            return local.get() && forget(writer, sign);
        }
        String beat = Long.toString(sign.beat());
        long now = nanos.getAsLong();
        Watch watch = watched.getOrDefault(writer, Watch.begin(beat, now)).look(beat, now, rhythm);
        watched.put(writer, watch);
        return watch.isSilent(rhythm) && forget(writer, sign);
    }

    /** Whether a writer is there; of one on another computer its row says only that it may be. */
    static Optional<Boolean> isThere(PostgresServer server, String writer) throws IOException {
        Sign sign = signs(server, Set.of(writer)).get(writer);
        return sign == null ? Optional.of(false) : PostgresNeighbours.isThere(writer, sign.host());
    }

    private static Map<String, Sign> signs(PostgresServer server, Set<String> writers) throws IOException {
        return server.read(connection -> signs(connection, writers), Map.of());
    }

    /** Of those that have a row. */
    private static Map<String, Sign> signs(Connection connection, Set<String> writers) throws SQLException {
        Map<String, String> names = new HashMap<>();
        writers.forEach(writer -> names.put(Characters.kept(writer), writer));
        Map<String, Sign> signs = new HashMap<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id, beat, host FROM writer WHERE id = ANY(?)")) {
            select.setArray(1, connection.createArrayOf("text", names.keySet().toArray()));
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    String writer = names.get(StudyRow.text(found, 1));
                    signs.put(writer, new Sign(found.getLong(2), StudyRow.text(found, 3)));
                }
            }
        }
        return signs;
    }

    /** Takes its row away, unless it has just shown that it lives. */
    private boolean forget(String writer, Sign last) throws IOException {
        boolean gone = write(server, (connection, again) -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM writer WHERE id = ? AND beat = ?")) {
                delete.setString(1, writer);
                delete.setLong(2, last.beat());
                return delete.executeUpdate() == 1
                        || signs(connection, Set.of(writer)).isEmpty();
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
