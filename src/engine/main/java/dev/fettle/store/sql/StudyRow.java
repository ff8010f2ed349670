package dev.fettle.store.sql;

import dev.fettle.store.DamagedException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One row of the table of studies.
 *
 * @param id given once and never again
 * @param name as it is kept, see {@link Characters}
 * @param size how many lines there are
 * @param made when, for people
 */
public record StudyRow(long id, String name, long size, String made) {
    private static final String COLUMNS = "SELECT id, name, size, made, crc FROM study";

    /** The checksum of the row. */
    long crc() {
        return new Checksum().add(id).add(name).add(size).add(made).value();
    }

    StudyRow grown(long lines) {
        return new StudyRow(id, name, size + lines, made);
    }

    StudyRow named(String other) {
        return new StudyRow(id, other, size, made);
    }

    /** All of them, in the order of their making. */
    static List<StudyRow> all(Database database, Connection connection) throws SQLException, IOException {
        database.check(connection);
        List<StudyRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " ORDER BY id");
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows.add(whole(database, found));
            }
        }
        return rows;
    }

    /** The one of a name. If there seems to be none, none may have lost its name. */
    static Optional<StudyRow> find(Database database, Connection connection, String name)
            throws SQLException, IOException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + " WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet found = select.executeQuery()) {
                if (found.next()) {
                    return Optional.of(whole(database, found));
                }
            }
        }
        return all(database, connection).stream()
                .filter(row -> row.name.equals(name))
                .findFirst();
    }

    /** The names that can be read, damaged or not, in the order of their making; the index has them too. */
    static List<String> names(Database database, Connection connection) throws SQLException {
        Set<String> names = new LinkedHashSet<>();
        for (String all : List.of(
                "SELECT name FROM study WHERE id >= 0 ORDER BY id", "SELECT name FROM study WHERE name >= ''")) {
            try (PreparedStatement select = connection.prepareStatement(all);
                    ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    names.add(text(found, 1));
                }
            } catch (SQLException e) {
                // The other way may be whole.
                if (!database.isOnlyDamage(e)) {
                    throw e;
                }
            }
        }
        return List.copyOf(names);
    }

    /** Those that have a name as far as can be seen, in the table or in its index, damaged or not. */
    static Collection<StudyRow> likely(Database database, Connection connection, String name) throws SQLException {
        Map<Long, StudyRow> rows = new TreeMap<>();
        for (String where : List.of(" WHERE name = ?", " WHERE id >= 0 AND name || '' = ?")) {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
                select.setString(1, name);
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        StudyRow row = row(found);
                        rows.put(row.id, row);
                    }
                }
            } catch (SQLException e) {
                // The other way may be whole.
                if (!database.isOnlyDamage(e)) {
                    throw e;
                }
            }
        }
        return rows.values();
    }

    private static StudyRow row(ResultSet found) throws SQLException {
        return new StudyRow(found.getLong(1), text(found, 2), found.getLong(3), text(found, 4));
    }

    private static StudyRow whole(Database database, ResultSet found) throws SQLException, IOException {
        StudyRow row = row(found);
        if (row.crc() != found.getLong(5)) {
            throw new DamagedException(Damage.study(database.place(), Characters.shown(row.name)));
        }
        return row;
    }

    /** The text of a column; what is null has been damaged, and shows it by its checksum. */
    public static String text(ResultSet found, int column) throws SQLException {
        String text = found.getString(column);
        return text == null ? "" : text;
    }

    /** Makes the row of a first line; empty if somebody else was faster. */
    static Optional<StudyRow> make(Connection connection, String name, String made) throws SQLException {
        long id;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO study(name, size, made, crc) VALUES(?, 0, ?, 0) ON CONFLICT(name) DO NOTHING RETURNING id")) {
            insert.setString(1, name);
            insert.setString(2, made);
            try (ResultSet inserted = insert.executeQuery()) {
                if (!inserted.next()) {
                    return Optional.empty();
                }
                id = inserted.getLong(1);
            }
        }
        StudyRow row = new StudyRow(id, name, 0, made);
        try (PreparedStatement update = connection.prepareStatement("UPDATE study SET crc = ? WHERE id = ?")) {
            update.setLong(1, row.crc());
            update.setLong(2, id);
            update.executeUpdate();
        }
        return Optional.of(row);
    }

    /** Writes another row in its place, if it is still there as it is. */
    boolean become(StudyRow other, Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE study SET name = ?, size = ?, crc = ? WHERE id = ? AND size = ? AND crc = ?")) {
            update.setString(1, other.name);
            update.setLong(2, other.size);
            update.setLong(3, other.crc());
            update.setLong(4, id);
            update.setLong(5, size);
            update.setLong(6, crc());
            return update.executeUpdate() == 1;
        }
    }

    /** Forgets it and its lines, if it is still there as it is. */
    boolean remove(Connection connection) throws SQLException {
        // First the row itself, for which others who append wait.
        if (!become(this, connection)) {
            return false;
        }
        for (String delete : List.of("DELETE FROM line WHERE study = ?", "DELETE FROM study WHERE id = ?")) {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        }
        return true;
    }
}
