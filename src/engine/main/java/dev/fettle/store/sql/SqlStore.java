package dev.fettle.store.sql;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Studies in tables. */
public final class SqlStore implements Store {
    private final Database database;
    private final Entrance entrance;

    public SqlStore(Database database, Entrance entrance) {
        this.database = database;
        this.entrance = entrance;
    }

    @Override
    public String place() {
        return database.place();
    }

    @Override
    public List<String> studies() throws IOException {
        return database.read(
                connection -> StudyRow.all(database, connection).stream()
                        .filter(row -> row.size() > 0)
                        .map(row -> Characters.read(row.name()))
                        .toList(),
                List.of());
    }

    @Override
    public List<String> found() throws IOException {
        return database.rescue(
                connection -> StudyRow.names(database, connection).stream()
                        .map(Characters::read)
                        .distinct()
                        .toList(),
                List.of());
    }

    @Override
    public Lines lines(String study) {
        return new SqlLines(database, entrance, study);
    }

    @Override
    public void rename(String study, String other) throws IOException {
        if (!holds(study)) {
            throw missing(study);
        }
        alter((connection, again) -> {
            Optional<StudyRow> row = StudyRow.find(database, connection, Characters.kept(study));
            boolean isTaken =
                    StudyRow.find(database, connection, Characters.kept(other)).isPresent();
            if (row.isEmpty() && again && isTaken) {
                return true;
            }
            if (row.isEmpty()) {
                throw missing(study);
            }
            if (isTaken) {
                throw new IOException("Journal (" + place() + ") must not hold the study (" + other
                        + ") yet. Maybe remove that one first, or choose another name.");
            }
            return row.get().become(row.get().named(Characters.kept(other)), connection);
        });
    }

    @Override
    public void remove(String study) throws IOException {
        if (holds(study)) {
            alter((connection, again) -> {
                Optional<StudyRow> row = StudyRow.find(database, connection, Characters.kept(study));
                return row.isEmpty() || row.get().remove(connection);
            });
        }
    }

    private boolean holds(String study) throws IOException {
        return database.read(
                connection -> StudyRow.find(database, connection, Characters.kept(study))
                        .isPresent(),
                false);
    }

    private IOException missing(String study) {
        return new IOException(
                "Journal (" + place() + ") must hold the study (" + study + "). Maybe it has been renamed or removed.");
    }

    /** Until nobody has changed the study between the look at it and the change. */
    private void alter(Database.Writing<Boolean> work) throws IOException {
        boolean done = false;
        try {
            while (!done) {
                done = database.write(work);
            }
        } catch (Conflict e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
