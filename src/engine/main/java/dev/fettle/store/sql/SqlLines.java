package dev.fettle.store.sql;

import dev.fettle.store.Conflict;
import dev.fettle.store.Decision;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lines of a study as rows of a table. */
final class SqlLines implements Lines {
    private final Database database;
    private final Entrance entrance;
    private final String name;

    /** The study that was read or written last: another one may get its name, and is not continued. */
    private volatile @Nullable StudyRow known;

    SqlLines(Database database, Entrance entrance, String study) {
        this.database = database;
        this.entrance = entrance;
        this.name = Characters.kept(study);
    }

    @Override
    public void read(long from, Consumer<? super List<String>> each) throws IOException {
        // A transaction that broke off is begun again, and goes on behind what it has read.
        AtomicLong next = new AtomicLong(from);
        database.read(
                connection -> {
                    Optional<StudyRow> found = StudyRow.find(database, connection, name);
                    if (found.isEmpty() || isAnother(found.get(), next.get())) {
                        return false;
                    }
                    known = found.get();
                    new LineRows(database, found.get()).from(connection, next.get(), piece -> {
                        next.addAndGet(piece.size());
                        each.accept(piece);
                    });
                    return true;
                },
                false);
    }

    @Override
    public long append(long expected, List<String> lines) throws IOException, Conflict {
        List<String> ours = List.copyOf(lines);
        if (ours.isEmpty()) {
            return unchanged(expected);
        }
        if (known == null && expected > 0) {
            // So that a conflict makes no tables where there are none.
            unchanged(expected);
        }
        StudyRow grown = database.write((connection, again) -> {
            Optional<StudyRow> kept = again ? kept(connection, expected, ours) : Optional.empty();
            if (kept.isPresent()) {
                return kept.get();
            }
            StudyRow row = grow(connection, expected, ours.size());
            new LineRows(database, row).append(connection, ours);
            return row.grown(ours.size());
        });
        known = grown;
        return grown.size();
    }

    @Override
    public long append(long known, Decision<String> decision) throws IOException {
        AtomicLong next = new AtomicLong(known);
        while (true) {
            try {
                StudyRow grown = database.write((connection, again) -> inTurn(connection, next, decision));
                this.known = grown;
                return grown.size();
            } catch (Conflict e) {
                // Of somebody who does not wait for turns.
            }
        }
    }

    private StudyRow inTurn(Connection connection, AtomicLong next, Decision<String> decision)
            throws SQLException, IOException, Conflict {
        // A study that has no row gets it in the turn: whoever has the turn may not wait for somebody who waits for it.
        database.awaitTurn(
                connection,
                name,
                early -> next.get() > 0 && hear(early, next, decision).size() > 0);
        StudyRow row = hear(connection, next, decision);
        List<String> ours = List.copyOf(decision.decide());
        if (ours.isEmpty()) {
            return row;
        }
        StudyRow grown = row.grown(ours.size());
        if (!row.become(grown, connection)) {
            throw new Conflict(row.size(), grown.size());
        }
        new LineRows(database, row).append(connection, ours);
        return grown;
    }

    /** The row behind which nothing is unheard. */
    private StudyRow hear(Connection connection, AtomicLong next, Decision<String> decision)
            throws SQLException, IOException {
        StudyRow row = there(connection, next.get());
        List<String> news = new ArrayList<>();
        new LineRows(database, row).from(connection, next.get(), news::addAll);
        decision.hear(news);
        next.addAndGet(news.size());
        return row;
    }

    private StudyRow there(Connection connection, long size) throws SQLException, IOException {
        Optional<StudyRow> found = size == 0 ? first(connection) : StudyRow.find(database, connection, name);
        if (found.isEmpty() || found.get().size() < size || isAnother(found.get(), size)) {
            throw Lines.gone(new Conflict(size, found.map(StudyRow::size).orElse(0L)));
        }
        return found.get();
    }

    /** The row, made if there is none. */
    private Optional<StudyRow> first(Connection connection) throws SQLException, IOException {
        Optional<StudyRow> found = StudyRow.find(database, connection, name);
        return found.isPresent() ? found : made(connection);
    }

    private Optional<StudyRow> made(Connection connection) throws SQLException {
        return StudyRow.make(
                connection, name, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private long unchanged(long expected) throws IOException, Conflict {
        Optional<StudyRow> none = Optional.empty();
        long size = database.read(connection -> StudyRow.find(database, connection, name), none)
                .map(StudyRow::size)
                .orElse(0L);
        if (size != expected) {
            throw new Conflict(expected, size);
        }
        return size;
    }

    /** The row as it was before it grew. */
    private StudyRow grow(Connection connection, long expected, int lines) throws SQLException, IOException, Conflict {
        StudyRow last = known;
        if (last != null && last.size() == expected && last.become(last.grown(lines), connection)) {
            return last;
        }
        Optional<StudyRow> found = StudyRow.find(database, connection, name);
        if (found.isEmpty() && expected == 0) {
            found = made(connection);
        }
        long size = found.map(StudyRow::size).orElse(0L);
        if (found.isEmpty() || size != expected || isAnother(found.get(), expected)) {
            throw new Conflict(expected, size);
        }
        if (!found.get().become(found.get().grown(lines), connection)) {
            throw new Conflict(
                    expected,
                    StudyRow.find(database, connection, name)
                            .map(StudyRow::size)
                            .orElse(0L));
        }
        return found.get();
    }

    /** The study behind our lines if they are there already: an earlier attempt has kept them. */
    private Optional<StudyRow> kept(Connection connection, long expected, List<String> ours)
            throws SQLException, IOException {
        Optional<StudyRow> found = StudyRow.find(database, connection, name);
        if (found.isEmpty() || found.get().size() < expected + ours.size() || isAnother(found.get(), expected)) {
            return Optional.empty();
        }
        StudyRow row = found.get();
        StudyRow then = new StudyRow(row.id(), row.name(), expected + ours.size(), row.made());
        List<String> there = new ArrayList<>();
        new LineRows(database, then).from(connection, expected, there::addAll);
        return there.equals(ours) ? Optional.of(then) : Optional.empty();
    }

    /** Whether a study is not the one whose first events we know. */
    private boolean isAnother(StudyRow row, long events) {
        StudyRow last = known;
        return events > 0 && last != null && last.id() != row.id();
    }

    @Override
    public SortedMap<Long, String> whole() throws IOException {
        return database.rescue(
                connection -> {
                    SortedMap<Long, String> lines = new TreeMap<>();
                    for (StudyRow row : StudyRow.likely(database, connection, name)) {
                        new LineRows(database, row).whole(connection, lines);
                    }
                    return lines;
                },
                new TreeMap<>());
    }

    @Override
    public Optional<Boolean> isThere(String writer) throws IOException {
        return entrance.isThere(writer);
    }

    @Override
    public Presence enter() throws IOException {
        return entrance.enter();
    }
}
