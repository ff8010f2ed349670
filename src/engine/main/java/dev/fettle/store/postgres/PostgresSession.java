package dev.fettle.store.postgres;

import dev.fettle.store.sql.StudyRow;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, made when it is needed, and made anew after it broke. For one thread at a time.
 */
final class PostgresSession {
    /** What each session asks for: nothing waits for ever, and what is committed is on the disk. */
    private static final String SETTINGS =
            "SET lock_timeout = '25s'; SET idle_in_transaction_session_timeout = '60s'; SET synchronous_commit = on;"
                    + " SET standard_conforming_strings = on";

    private static final List<String> TIMEOUTS = List.of("connectTimeout", "loginTimeout", "socketTimeout");
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MILLIS_A_SECOND = 1_000;

    private final Driver driver;
    private final PostgresAddress address;
    private final Map<String, String> settings;
    private @Nullable Connection connection;

    /** What the server calls the session, and since when it has it. */
    private @Nullable Backend backend;

    private record Backend(int pid, String since) {}

    /**
     * A session that is not begun yet.
     *
     * @param settings of the driver, before those of the address
     */
    PostgresSession(Driver driver, PostgresAddress address, Map<String, String> settings) {
        this.driver = driver;
        this.address = address;
        this.settings = settings;
    }

    /** With the time-outs of the address. */
    Connection connection() throws SQLException {
        return connection(LONGEST);
    }

    /**
     * A connection on which the server may say nothing for so long, or less if the address says so.
     *
     * @throws SQLException also if it cannot be made by then
     */
    Connection connection(Duration silence) throws SQLException {
        Properties properties = address.properties();
        properties.putAll(settings);
        for (String timeout : TIMEOUTS) {
            properties.merge(timeout, Long.toString(Math.max(1, silence.toSeconds())), PostgresSession::less);
        }
        Connection made = connection == null ? connected(properties) : connection;
        made.setNetworkTimeout(Runnable::run, seconds(properties.getProperty("socketTimeout")) * MILLIS_A_SECOND);
        return made;
    }

    /** The shorter of two time-outs in seconds, of which 0 is none. */
    private static Object less(Object one, Object other) {
        int a = seconds(one);
        int b = seconds(other);
        return Integer.toString(a <= 0 ? b : Math.min(a, b));
    }

    /** What is no whole number is none of ours, and the driver will say so or not. */
    private static int seconds(Object text) {
        try {
            return Integer.parseInt(text.toString());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Connection connected(Properties properties) throws SQLException {
        Connection made = driver.connect(address.url(), properties);
        if (made == null) {
            throw new SQLException("The driver must take the address.", "08001");
        }
        try {
            prepare(made);
        } catch (SQLException e) {
            made.abort(Runnable::run);
            throw e;
        }
        connection = made;
        return made;
    }

    private void prepare(Connection made) throws SQLException {
        made.setAutoCommit(true);
        try (Statement statement = made.createStatement()) {
            statement.execute(SETTINGS);
            if (backend != null) {
                end(made, backend);
            }
            try (ResultSet own = statement.executeQuery(
                    "SELECT pid, backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()")) {
                backend = own.next() ? new Backend(own.getInt(1), StudyRow.text(own, 2)) : null;
            }
        }
    }

    /**
     * Ends what the server still has of the session that broke, and waits for that: it may be about to commit, and nobody could
     * say whether it has.
     */
    private static void end(Connection connection, Backend broken) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("SELECT pg_terminate_backend(pid, 5000) FROM"
                + " pg_stat_activity WHERE pid = ? AND backend_start = ?::timestamptz AND usename = current_user")) {
            end.setInt(1, broken.pid());
            end.setString(2, broken.since());
            end.execute();
        } catch (SQLException e) {
            // A server before version 14: then its own time-outs end it.
            if (PostgresErrors.isPassing(e)) {
                throw e;
            }
        }
    }

    /** Gives the connection up at once, whatever it does. */
    void abort() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.abort(Runnable::run);
            } catch (SQLException e) {
                // It is as broken as it can be.
            }
        }
    }

    void close() {
        Connection last = connection;
        connection = null;
        backend = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException e) {
                // The server will notice.
            }
        }
    }
}
