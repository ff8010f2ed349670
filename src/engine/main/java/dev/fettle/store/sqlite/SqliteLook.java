package dev.fettle.store.sqlite;

import dev.fettle.store.sql.Drivers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQLite that another program has made, to be looked into: it stays as it is, and so does what lies beside it. For one
 * thread.
 */
public final class SqliteLook implements AutoCloseable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private final Path file;
    private final Connection connection;
    private final @Nullable Path copy;

    private SqliteLook(Path file, Connection connection, @Nullable Path copy) {
        this.file = file;
        this.connection = connection;
        this.copy = copy;
    }

    /** Whether a file begins as those of SQLite do. */
    public static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            throw new IOException("File (" + file + ") must be one that may be read.", e);
        }
    }

    /**
     * Opens a file that is there.
     *
     * @throws IOException if it cannot be read, a whole sentence
     */
    public static SqliteLook open(Path file) throws IOException {
        Driver driver = Drivers.find("SQLite", SqliteConnections.PREFIX);
        Path wal = beside(file, "-wal");
        boolean whole = !Files.exists(wal) || Files.size(wal) == 0;
        try {
            if (whole && isQuiet(file)) {
                // Nobody has it open, and so it may be read without a lock or a file for one.
                return new SqliteLook(file, connect(driver, file, "mode=ro&immutable=1"), null);
            }
            if (whole || Files.exists(beside(file, "-shm"))) {
                return new SqliteLook(file, connect(driver, file, "mode=ro"), null);
            }
            // To be read, what a process that died has left in the log would have to be put in order, which is done
            // elsewhere.
            Path copy = Files.createTempDirectory("fettle-look").resolve("copy.db");
            Files.copy(file, copy);
            Files.copy(wal, beside(copy, "-wal"));
            return new SqliteLook(file, connect(driver, copy, "mode=rw"), copy);
        } catch (SQLException e) {
            throw SqliteErrors.sentence(file.toString(), e);
        }
    }

    private static Path beside(Path file, String end) {
        return file.resolveSibling(file.getFileName() + end);
    }

    /** Whether it has a write-ahead log, as byte 18 of its header says; whose log is empty when nobody has it open. */
    private static boolean isQuiet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(20);
            return head.length == 20 && head[18] == 2;
        }
    }

    private static Connection connect(Driver driver, Path file, String mode) throws SQLException {
        String url = SqliteConnections.PREFIX + "file:" + file.toUri().getRawPath() + "?" + mode;
        Connection connection = Objects.requireNonNull(driver.connect(url, new Properties()));
        try {
            SqliteConnections.execute(connection, "PRAGMA query_only=ON");
            SqliteConnections.execute(connection, "BEGIN");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The names of the tables. */
    public Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (found.next()) {
                tables.add(String.valueOf(found.getString(1)));
            }
        } catch (SQLException e) {
            throw sentence(e);
        }
        return tables;
    }

    /** In a transaction that reads; never to be written with. */
    public Connection connection() {
        return connection;
    }

    /** What failed, with the name of the file. */
    public IOException sentence(SQLException e) {
        return SqliteErrors.sentence(file.toString(), e);
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw sentence(e);
        } finally {
            if (copy != null) {
                for (String end : new String[] {"", "-wal", "-shm"}) {
                    Files.deleteIfExists(beside(copy, end));
                }
                Files.deleteIfExists(Objects.requireNonNull(copy.getParent()));
            }
        }
    }
}
