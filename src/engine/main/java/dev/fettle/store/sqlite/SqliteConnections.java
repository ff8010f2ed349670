package dev.fettle.store.sqlite;

import dev.fettle.store.DamagedException;
import dev.fettle.store.sql.Damage;
import dev.fettle.store.sql.Meta;
import dev.fettle.store.sql.Schema;
import dev.fettle.store.sql.StudyRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a file is opened with SQLite.
 *
 * @param place for messages
 * @param looks whether the file is to stay as it is, and what lies beside it
 */
record SqliteConnections(Path file, String place, Driver driver, Schema schema, boolean looks) {
    static final String PREFIX = "jdbc:sqlite:";

    /**
     * A connection to read with.
     *
     * @param lasting whether it sees what others write; else it must be closed after one transaction
     */
    record Reader(Connection connection, boolean lasting) {}

    /** Null where nothing has been kept. */
    @Nullable
    Reader reader() throws SQLException, IOException {
        if (!exists()) {
            return null;
        }
        checkWal();
        if (!looks && isWritable()) {
            return reader("mode=rw", true);
        }
        // Without the right to write there is only what others have open, or what nobody has.
        return walIsEmpty() ? reader("mode=ro&immutable=1", false) : reader("mode=ro", true);
    }

    private @Nullable Reader reader(String mode, boolean lasting) throws SQLException, IOException {
        Connection connection = connect(mode);
        try {
            execute(connection, "PRAGMA query_only=ON");
            Meta meta = content(connection);
            if (meta != null) {
                schema.check(meta, place, false);
                return new Reader(connection, lasting);
            }
        } catch (SQLException | IOException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    private boolean exists() throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new IOException(
                    "Journal (" + place
                            + ") must be in a folder that can be looked into. Maybe its permissions forbid it.",
                    e);
        }
    }

    private boolean isWritable() {
        return Files.isWritable(file) && Files.isWritable(folder());
    }

    /** What can be read where that is damaged: the file as it is, without what was appended last and nobody has put into it. */
    Connection bare() throws SQLException {
        return connect("mode=ro&immutable=1");
    }

    private Path wal() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private boolean walIsEmpty() throws IOException {
        return !Files.exists(wal()) || Files.size(wal()) == 0;
    }

    private void checkWal() throws IOException {
        if (WriteAheadLog.isDamaged(wal())) {
            throw new DamagedException(Damage.pages(place));
        }
    }

    /** A connection to write with, or null if the file must be made or brought forward first. */
    @Nullable
    Connection writer() throws SQLException, IOException {
        if (!exists()) {
            return null;
        }
        if (looks || !isWritable()) {
            throw SqliteErrors.unwritable(place);
        }
        checkWal();
        Connection connection = connect("mode=rw");
        try {
            Meta meta = content(connection);
            if (meta != null) {
                schema.check(meta, place, true);
                if (!schema.isOld(meta) && isWal(connection)) {
                    return connection;
                }
            }
        } catch (SQLException | IOException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return null;
    }

    /** Makes the tables, or their newest form. To be called by one process at a time. */
    void make() throws SQLException, IOException {
        try (Connection connection = connect("mode=rwc")) {
            @Nullable Meta meta = content(connection);
            if (meta != null) {
                schema.check(meta, place, true);
            }
            if (meta != null && schema.isOld(meta)) {
                backUp(connection, meta.schema());
            }
            execute(connection, "PRAGMA journal_mode=WAL");
            if (!isWal(connection)) {
                throw new IOException("Journal (" + place
                        + ") must be on a disk where SQLite can keep a write-ahead log. Maybe one of this computer.");
            }
            while (meta == null || schema.isOld(meta)) {
                execute(connection, "BEGIN IMMEDIATE");
                meta = schema.step(connection, meta);
                execute(connection, "COMMIT");
            }
        }
    }

    private void backUp(Connection connection, int old) throws SQLException, IOException {
        Path backup = file.resolveSibling(file.getFileName() + ".schema" + old);
        if (!Files.exists(backup)) {
            Path part = file.resolveSibling(backup.getFileName() + ".part");
            Files.deleteIfExists(part);
            execute(connection, "VACUUM INTO '" + part.toString().replace("'", "''") + "'");
            Files.move(part, backup);
        }
    }

    /**
     * What the file holds.
     *
     * @throws IOException if there are tables that are not ours, or not as we made them
     */
    private @Nullable Meta content(Connection connection) throws SQLException, IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'")) {
            while (found.next()) {
                tables.put(StudyRow.text(found, 1), StudyRow.text(found, 2));
            }
        }
        if (tables.isEmpty()) {
            return null;
        }
        long ours = Schema.TABLES.stream().filter(tables::containsKey).count();
        if (ours == 0) {
            throw new IOException("Journal (" + place + ") must be a file of Fettle. Maybe it is a study of "
                    + (tables.keySet().containsAll(List.of("studies", "trials")) ? "Optuna" : "another program")
                    + ", as its tables say: " + String.join(", ", tables.keySet()) + ".");
        }
        Meta meta = ours < Schema.TABLES.size() ? null : Meta.read(connection, place);
        if (meta == null || !schema.isAsMade(meta, tables.values())) {
            throw new DamagedException(Damage.pages(place));
        }
        return meta;
    }

    private static boolean isWal(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            return mode.next() && "wal".equals(mode.getString(1));
        }
    }

    private Connection connect(String mode) throws SQLException {
        // As an address, so that no character of the path is taken for a part of another.
        String url = PREFIX + "file:" + file.toUri().getRawPath() + "?" + mode;
        Connection connection = Objects.requireNonNull(driver.connect(url, new Properties()));
        try {
            execute(connection, "PRAGMA busy_timeout=30000");
            execute(connection, "PRAGMA synchronous=FULL");
            execute(connection, "PRAGMA foreign_keys=ON");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private Path folder() {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
