package dev.fettle.store.postgres;

import dev.fettle.store.sql.Meta;
import dev.fettle.store.sql.Migration;
import dev.fettle.store.sql.Schema;
import dev.fettle.store.sql.StudyRow;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of a server, in a schema of their own. */
record PostgresTables(PostgresAddress address, Schema schema) {
    static final Schema SCHEMA = new Schema(List.of(first()));

    /** Who makes the tables holds this; any number that nobody else has: "fettle" in ASCII. */
    private static final long MAKING = 0x666574746C65L;
    /** So many processes read what is new while one has its turn. */
    private static final int ROOMS = 4;

    private static Migration first() {
        Migration tables = Migration.first("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "BIGINT", "");
        return new Migration(
                tables.schema(),
                tables.minReader(),
                tables.minWriter(),
                Stream.concat(
                                tables.statements().stream(),
                                Stream.of(
                                        "CREATE TABLE writer(id TEXT PRIMARY KEY, beat BIGINT NOT NULL, host TEXT NOT NULL)"))
                        .toList());
    }

    boolean areMade(Connection connection) throws SQLException {
        return ours(connection).containsAll(Schema.TABLES);
    }

    /** Those of our names that there are: asked of the catalogue as of now, since what resolves names may remember an earlier answer. */
    private List<String> ours(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = ?"
                        + " AND relname IN ('line', 'meta', 'study', 'writer') ORDER BY relname")) {
            select.setString(1, address.schema());
            try (ResultSet found = select.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (found.next()) {
                    names.add(StudyRow.text(found, 1));
                }
                return names;
            }
        }
    }

    /** Makes the tables, or their newest form, in this transaction; several may try at once. */
    boolean make(Connection connection) throws SQLException, IOException {
        @Nullable Meta meta = areMade(connection) ? Meta.read(connection, address.place()) : null;
        if (meta == null || schema.isOld(meta)) {
            execute(connection, "SELECT pg_advisory_xact_lock(" + MAKING + ")");
            meta = areMade(connection) ? Meta.read(connection, address.place()) : null;
        }
        if (meta != null) {
            schema.check(meta, address.place(), true);
        } else {
            prepare(connection);
        }
        while (meta == null || schema.isOld(meta)) {
            meta = schema.step(connection, meta);
        }
        return true;
    }

    /** One behind the other in each of several rooms; whoever has his turn is still in his. */
    void approachTurn(Connection connection, String study) throws SQLException {
        try (PreparedStatement wait =
                connection.prepareStatement("SELECT pg_advisory_xact_lock(? + pg_backend_pid() % " + ROOMS + ")")) {
            wait.setLong(1, ((long) address.schema().hashCode() << Integer.SIZE) + study.hashCode());
            wait.execute();
        }
    }

    /** Others who wait are those of this schema and study, or by chance those of another. */
    void awaitTurn(Connection connection, String study) throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
            wait.setInt(1, address.schema().hashCode());
            wait.setInt(2, study.hashCode());
            wait.execute();
        }
    }

    /** Refuses what only a newer program reads rightly. */
    void check(Connection connection) throws SQLException, IOException {
        schema.check(Meta.read(connection, address.place()), address.place(), false);
    }

    private void prepare(Connection connection) throws SQLException, IOException {
        String encoding = text(connection, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new IOException(
                    "Journal (" + address.place() + ") must be a database that keeps all characters, in UTF8, not "
                            + encoding + ". Maybe CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.");
        }
        // Who may not make a schema may use one that is there.
        String exists = "SELECT count(*) FROM pg_namespace WHERE nspname = '"
                + address.schema().replace("'", "''") + "'";
        if (text(connection, exists).equals("0")) {
            execute(connection, "CREATE SCHEMA " + quoted());
        }
        List<String> strange = ours(connection);
        if (!strange.isEmpty()) {
            throw new IOException("Journal (" + address.place() + ") must have the schema " + address.schema()
                    + " for itself. Maybe add ?currentSchema=NAME to its address: it holds tables of another program, "
                    + String.join(", ", strange) + ".");
        }
    }

    private String quoted() {
        return '"' + address.schema().replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? StudyRow.text(found, 1) : "";
        }
    }
}
