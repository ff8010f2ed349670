package dev.fettle.store.sql;

import dev.fettle.store.DamagedException;
import dev.fettle.store.Lines;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * The lines of one study in their table.
 */
record LineRows(Database database, StudyRow study) {
    /** Rows that are fetched from a server at once. */
    private static final int FETCH = 20_000;

    /** Unreadable numbers in a row after which nothing more is expected. */
    private static final int LONGEST_HOLE = 10_000;

    private static final String BEHIND =
            "SELECT number, text, crc FROM line WHERE study = ? AND number >= ? ORDER BY number";

    /** Those from a number on, each of them there and whole; see {@link Lines#read(long, Consumer)}. */
    void from(Connection connection, long from, Consumer<? super List<String>> each) throws SQLException, IOException {
        try (PreparedStatement select = behind(connection, from);
                ResultSet found = select.executeQuery()) {
            for (long next = from; next < study.size(); next += Lines.PIECE) {
                each.accept(piece(found, next, Math.min(study.size(), next + Lines.PIECE)));
            }
        }
    }

    private List<String> piece(ResultSet found, long from, long to) throws SQLException, IOException {
        List<String> lines = new ArrayList<>((int) (to - from));
        for (long number = from; number < to; number++) {
            if (!found.next() || found.getLong(1) != number) {
                throw damaged(number);
            }
            String text = StudyRow.text(found, 2);
            if (crc(number, text) != found.getLong(3)) {
                throw damaged(number);
            }
            lines.add(Characters.read(text));
        }
        return lines;
    }

    /** Adds those that are whole. Where a page cannot be read, goes on behind it. */
    void whole(Connection connection, SortedMap<Long, String> lines) throws SQLException {
        long next = 0;
        int hole = 0;
        while (next >= 0 && hole < LONGEST_HOLE) {
            long before = next;
            next = whole(connection, next, lines);
            hole = next > before + 1 ? 0 : hole + 1;
        }
    }

    /** The number to go on from; negative behind the last. */
    private long whole(Connection connection, long from, SortedMap<Long, String> lines) throws SQLException {
        long next = from;
        try (PreparedStatement select = behind(connection, from);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                long number = found.getLong(1);
                String text = StudyRow.text(found, 2);
                if (number >= next && crc(number, text) == found.getLong(3)) {
                    lines.put(number, Characters.read(text));
                    next = number + 1;
                }
            }
            return -1;
        } catch (SQLException e) {
            if (!database.isOnlyDamage(e)) {
                throw e;
            }
            return next + 1;
        }
    }

    /** Adds lines behind the last one. */
    void append(Connection connection, List<String> lines) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO line(study, number, text, crc) VALUES(?, ?, ?, ?)")) {
            long number = study.size();
            for (String line : lines) {
                String text = Characters.kept(line);
                insert.setLong(1, study.id());
                insert.setLong(2, number);
                insert.setString(3, text);
                insert.setLong(4, crc(number, text));
                insert.addBatch();
                number++;
            }
            insert.executeBatch();
        }
    }

    private PreparedStatement behind(Connection connection, long from) throws SQLException {
        PreparedStatement select = connection.prepareStatement(BEHIND);
        select.setFetchSize(FETCH);
        select.setLong(1, study.id());
        select.setLong(2, from);
        return select;
    }

    private long crc(long number, String text) {
        return new Checksum().add(study.id()).add(number).add(text).value();
    }

    private DamagedException damaged(long number) {
        return new DamagedException(Damage.event(database.place(), study.name(), number));
    }
}
