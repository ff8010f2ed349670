package dev.fettle.store.postgres;

import dev.fettle.store.lock.Undisturbed;
import dev.fettle.store.sql.Drivers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** Another program that uses a database of PostgreSQL. */
final class Postgres {
    private Postgres() {}

    static Connection connect(String address) throws IOException, SQLException {
        PostgresAddress read = PostgresAddress.read(address, Map.of());
        return Objects.requireNonNull(
                Drivers.find("PostgreSQL", "jdbc:postgresql:").connect(read.url(), read.properties()));
    }

    /** Also where the thread is interrupted, which the driver would not like. */
    static void execute(String address, String... statements) throws IOException {
        Undisturbed.call(() -> executeNow(address, statements));
    }

    private static boolean executeNow(String address, String... statements) throws IOException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return true;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    static String text(String address, String query) throws IOException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
