package dev.fettle.store.sql;

import dev.fettle.store.DamagedException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one row that says which form the tables have.
 *
 * @param engine the version of the program that made that form, for people
 * @param uuid of the store, for ever
 */
public record Meta(int schema, int minReader, int minWriter, String engine, String uuid) {
    private long crc() {
        return new Checksum()
                .add(schema)
                .add(minReader)
                .add(minWriter)
                .add(engine)
                .add(uuid)
                .value();
    }

    public static Meta read(Connection connection, String place) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT schema, min_reader, min_writer, engine, uuid, crc FROM meta")) {
            if (row.next()) {
                Meta meta = new Meta(
                        row.getInt(1), row.getInt(2), row.getInt(3), StudyRow.text(row, 4), StudyRow.text(row, 5));
                if (meta.crc() == row.getLong(6)) {
                    return meta;
                }
            }
        }
        throw new DamagedException(Damage.pages(place));
    }

    /** Writes it in the place of what was there. */
    void write(Connection connection) throws SQLException {
        try (Statement delete = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO meta VALUES(1, ?, ?, ?, ?, ?, ?)")) {
            delete.executeUpdate("DELETE FROM meta");
            insert.setInt(1, schema);
            insert.setInt(2, minReader);
            insert.setInt(3, minWriter);
            insert.setString(4, engine);
            insert.setString(5, uuid);
            insert.setLong(6, crc());
            insert.executeUpdate();
        }
    }
}
