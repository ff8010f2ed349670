package dev.fettle.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.sql.Drivers;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/** Another program that has a file of SQLite open. */
final class Sqlite {
    private Sqlite() {}

    static Connection connect(Path file) throws SQLException {
        try {
            return Objects.requireNonNull(
                    Drivers.find("SQLite", "jdbc:sqlite:").connect("jdbc:sqlite:" + file, new Properties()));
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    static void execute(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String text(Path file, String query) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? String.valueOf(found.getString(1)) : "";
        }
    }

    /** Copies a file of which no connection may be closed: by another process, whose locks are not ours. */
    static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", from.toString(), to.toString())
                        .start()
                        .waitFor())
                .isZero();
    }
}
