package dev.fettle.store.postgres;

import dev.fettle.store.DamagedException;
import dev.fettle.store.sql.Damage;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What PostgreSQL refuses, as sentences. Classes and codes are those of its manual, appendix A. The driver's exceptions are not
 * passed on: they may name the user.
 */
final class PostgresErrors {
    /** A connection that is broken, a server that goes down or comes up, and what its manual says to try again. */
    private static final Set<String> PASSING =
            Set.of("40001", "40P01", "57P01", "57P02", "57P03", "57P05", "53300", "25P03");

    private PostgresErrors() {}

    /** Whether it may be gone in a while. */
    static boolean isPassing(SQLException e) {
        String state = state(e);
        return PASSING.contains(state) || (state.startsWith("08") && !state.equals("08P01"));
    }

    /** Whether a server, or its computer, has answered that it is not ready, as while it restarts. */
    static boolean isRefusal(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return state(e).startsWith("57P") || state(e).equals("53300");
    }

    static IOException sentence(PostgresAddress address, SQLException e) {
        String subject = "Journal (" + address.place() + ") must ";
        String state = state(e);
        return switch (state) {
            case "28P01", "28000" ->
                new IOException(subject
                        + "let this user in. Maybe the password is wrong or missing: it may be in the address, in PGPASSWORD or in"
                        + " the file .pgpass.");
            case "3D000" ->
                new IOException(subject + "be a database that exists. Maybe make it first: CREATE DATABASE.");
            case "42501" ->
                new IOException(subject
                        + "let this user make and write tables. Maybe GRANT CREATE ON DATABASE to this user, or make the schema "
                        + address.schema() + " and make the user its owner.");
            case "53100" ->
                because(
                        address,
                        subject + "keep what is appended. Maybe the disk of its server is full: make room, and go on",
                        e);
            case "53300" ->
                because(
                        address,
                        subject
                                + "have a connection to give. Maybe its max_connections, of which each run needs three, is too low",
                        e);
            case "25006" -> because(address, subject + "be a server that writes. Maybe this one is a standby", e);
            case "55P03", "57014" ->
                because(address, subject + "be free in time. Maybe another program keeps the study locked", e);
            case "XX001", "XX002" -> new DamagedException(Damage.pages(address.place()));
            case "42P01", "42703", "3F000" ->
                because(
                        address,
                        subject + "hold the tables of Fettle as they were made. Maybe somebody has changed them",
                        e);
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? because(
                                address,
                                subject + "be reached. Maybe its server is down, or host and port are others",
                                e)
                        : because(address, subject + "answer. Maybe try again", e);
        };
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private static IOException because(PostgresAddress address, String sentence, SQLException e) {
        String words = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        String password = address.settings().getOrDefault("password", "");
        words = password.isEmpty() ? words : words.replace(password, "…");
        words = words.replace('"' + address.settings().getOrDefault("user", "") + '"', "…");
        return new IOException(sentence + ": " + words);
    }
}
