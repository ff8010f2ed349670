package dev.fettle.store.sqlite;

import dev.fettle.store.Conflict;
import dev.fettle.store.DamagedException;
import dev.fettle.store.lock.LockFiles;
import dev.fettle.store.sql.Database;
import dev.fettle.store.sql.Drivers;
import dev.fettle.store.sql.Migration;
import dev.fettle.store.sql.Schema;
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
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQLite: one connection that reads and one that writes, each of them for one thread at a time and opened when it is
 * needed. Transactions are begun and ended by statements: the driver's own way takes the lock of the writer while nobody writes.
 */
final class SqliteFile implements Database {
    static final Schema SCHEMA =
            new Schema(List.of(Migration.first("INTEGER PRIMARY KEY AUTOINCREMENT", "INTEGER", " WITHOUT ROWID")));

    private final SqliteConnections connections;
    private final Claim claim;
    private final LockFiles locks;
    private final ReentrantLock reading = new ReentrantLock(true);
    private final ReentrantLock writing = new ReentrantLock(true);
    private SqliteConnections.@Nullable Reader reader;
    private @Nullable Connection writer;

    /** Which file it is, as soon as it has been opened; where the system does not say, nothing. */
    private volatile @Nullable Object identity;

    private volatile boolean closed;

    private SqliteFile(SqliteConnections connections, Claim claim) {
        this.connections = connections;
        this.claim = claim;
        this.locks = new LockFiles(connections.file(), "Journal (" + connections.place() + ")");
    }

    static SqliteFile open(Path path, Schema schema) throws IOException {
        return open(path, schema, false);
    }

    /** @param looks as in {@link SqliteConnections} */
    static SqliteFile open(Path path, Schema schema, boolean looks) throws IOException {
        Path file = path.toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            throw new IOException("Journal (" + path + ") must be a file. Maybe " + path.resolve("studies.db") + ".");
        }
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException(
                    "Journal (" + path + ") must be in a folder that exists. Maybe make " + folder + " first.");
        }
        Driver driver = Drivers.find("SQLite", SqliteConnections.PREFIX);
        Drivers.probe("SQLite", driver, SqliteConnections.PREFIX + ":memory:");
        SqliteConnections connections = new SqliteConnections(file, path.toString(), driver, schema, looks);
        SqliteFile database = new SqliteFile(connections, Claim.of(file, path.toString()));
        try {
            database.read(connection -> true, true);
        } catch (DamagedException e) {
            // Whoever reads or writes is told so; what is whole can be had.
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
        return database;
    }

    Path file() {
        return connections.file();
    }

    @Override
    public String place() {
        return connections.place();
    }

    /** There is one writer at a time. */
    @Override
    public void awaitTurn(Connection connection, String study, Reading<?> reading) {}

    @Override
    public <T> T read(Reading<T> work, T none) throws IOException {
        reading.lock();
        try {
            Connection connection = reader();
            if (connection == null) {
                return none;
            }
            SqliteConnections.execute(connection, "BEGIN");
            try {
                return work.on(connection);
            } finally {
                end(connection);
            }
        } catch (SQLException e) {
            closeReader(SqliteErrors.isConnectionLost(e));
            throw SqliteErrors.sentence(place(), e);
        } finally {
            closeReader(reader != null && !reader.lasting());
            reading.unlock();
        }
    }

    @Override
    public <T> T rescue(Reading<T> work, T none) throws IOException {
        try {
            return read(work, none);
        } catch (DamagedException e) {
            try (Connection bare = connections.bare()) {
                return work.on(bare);
            } catch (SQLException again) {
                throw e;
            }
        }
    }

    private @Nullable Connection reader() throws SQLException, IOException {
        checkOpen();
        if (identity != null) {
            checkIdentity();
        }
        if (reader == null) {
            reader = connections.reader();
        }
        if (reader == null) {
            return null;
        }
        checkIdentity();
        return reader.connection();
    }

    @Override
    public <T> T write(Writing<T> work) throws IOException, Conflict {
        writing.lock();
        try {
            Connection connection = writer();
            SqliteConnections.execute(connection, "BEGIN IMMEDIATE");
            try {
                T result = work.on(connection, false);
                SqliteConnections.execute(connection, "COMMIT");
                return result;
            } catch (SQLException | IOException | Conflict | RuntimeException | Error e) {
                end(connection);
                throw e;
            }
        } catch (SQLException e) {
            closeWriter(SqliteErrors.isConnectionLost(e));
            throw SqliteErrors.sentence(place(), e);
        } finally {
            writing.unlock();
        }
    }

    private Connection writer() throws SQLException, IOException {
        checkOpen();
        if (identity != null) {
            checkIdentity();
        }
        if (writer == null) {
            writer = connections.writer();
        }
        if (writer == null) {
            writer = locks.alone(this::made);
        }
        checkIdentity();
        return writer;
    }

    private Connection made() throws SQLException, IOException {
        Connection already = connections.writer();
        if (already == null) {
            connections.make();
        }
        return already == null ? Objects.requireNonNull(connections.writer()) : already;
    }

    /** A file that was replaced is still the old one for who has it open: what is written there would be lost. */
    private void checkIdentity() throws IOException {
        try {
            @Nullable
            Object now = Files.readAttributes(file(), BasicFileAttributes.class).fileKey();
            if (identity == null) {
                identity = now;
            }
            if (Objects.equals(identity, now)) {
                return;
            }
        } catch (NoSuchFileException e) {
            // Said below.
        }
        throw new IOException(
                "Journal (" + place()
                        + ") must stay where it is while it is open. Maybe it was moved or removed: put it back, or open it again.");
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException("Journal (" + place() + ") must be open. Maybe it was closed meanwhile.");
        }
    }

    /** After an error the transaction may be open or not; of one that only reads nothing can be lost. */
    private static void end(Connection connection) {
        try {
            SqliteConnections.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // It is not open.
        }
    }

    @Override
    public void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA integrity_check(study)")) {
            if (!found.next() || !"ok".equals(found.getString(1))) {
                throw new SQLException("integrity_check", "", SqliteErrors.CORRUPT);
            }
        }
    }

    @Override
    public boolean isOnlyDamage(SQLException e) {
        return SqliteErrors.isDamage(e);
    }

    private void closeReader(boolean condition) {
        if (condition && reader != null) {
            close(reader.connection());
            reader = null;
        }
    }

    private void closeWriter(boolean condition) {
        if (condition && writer != null) {
            close(writer);
            writer = null;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was kept is kept; the files beside the journal are read by whoever opens it next.
        }
    }

    @Override
    public void close() {
        closed = true;
        reading.lock();
        try {
            closeReader(true);
        } finally {
            reading.unlock();
        }
        writing.lock();
        try {
            closeWriter(true);
        } finally {
            writing.unlock();
            claim.close();
        }
    }
}
