package dev.fettle.store.sqlite;

import dev.fettle.store.DamagedException;
import dev.fettle.store.sql.Damage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

/** What SQLite refuses, as sentences. The numbers are its primary result codes, see sqlite.org/rescode.html. */
final class SqliteErrors {
    private static final int ERROR = 1;
    private static final int PERM = 3;
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int NOMEM = 7;
    private static final int READONLY = 8;
    private static final int IOERR = 10;
    static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int MISMATCH = 20;
    private static final int AUTH = 23;
    private static final int FORMAT = 24;
    private static final int NOTADB = 26;

    /** After these the connection may know something that is no longer so. */
    private static final Set<Integer> LOST = Set.of(IOERR, CORRUPT, CANTOPEN, NOTADB, FORMAT, READONLY, PERM);

    private static final Set<Integer> DAMAGED = Set.of(CORRUPT, FORMAT, MISMATCH, ERROR);

    private SqliteErrors() {}

    static boolean isConnectionLost(SQLException e) {
        return LOST.contains(code(e));
    }

    /** Of statements that are known to be right, an error is one of tables that are not what they were. */
    static boolean isDamage(SQLException e) {
        return DAMAGED.contains(code(e));
    }

    static IOException sentence(String place, SQLException e) {
        String subject = "Journal (" + place + ") must ";
        if (isDamage(e)) {
            return damaged(place, e);
        }
        return switch (code(e)) {
            case NOTADB ->
                because(subject + "be an SQLite database. Maybe this is another file, or its beginning is damaged", e);
            case FULL -> because(subject + "keep what is appended. Maybe its disk is full: make room, and go on", e);
            case BUSY, LOCKED ->
                because(
                        subject
                                + "be free within 30 s. Maybe another program, or one that is suspended, keeps it locked",
                        e);
            case READONLY, PERM, AUTH ->
                because(
                        subject
                                + "be a file that can be written. Maybe its permissions, its folder or its disk forbid it",
                        e);
            case CANTOPEN ->
                because(
                        subject
                                + "be a file that can be opened. Maybe its permissions or those of its folder forbid it",
                        e);
            case IOERR -> because(subject + "be on a disk that works. Maybe it is full, failing, or was taken away", e);
            case NOMEM -> because(subject + "have memory to work with. Maybe close other programs", e);
            default -> because(subject + "answer. Maybe try again", e);
        };
    }

    static IOException unwritable(String place) {
        return new IOException("Journal (" + place
                + ") must be a file that can be written. Maybe its permissions, its folder or its disk forbid it.");
    }

    private static int code(SQLException e) {
        return e.getErrorCode() & 0xff;
    }

    private static IOException damaged(String place, SQLException e) {
        IOException damaged = new DamagedException(Damage.pages(place));
        damaged.initCause(e);
        return damaged;
    }

    private static IOException because(String sentence, SQLException e) {
        return new IOException(sentence + ": " + e.getMessage() + ".", e);
    }
}
