package dev.fettle.store.sql;

import dev.fettle.store.Conflict;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the tables are: one transaction at a time, each whole or without effect. What fails is worded here. Safe for any thread. */
public interface Database extends AutoCloseable {
    /** See {@link dev.fettle.store.Store#place}. */
    String place();

    /**
     * What a transaction reads, all at one moment; writes nothing.
     *
     * @param none what is read where nothing has been kept yet
     */
    <T> T read(Reading<T> work, T none) throws IOException;

    /** The same for what can be read where something is damaged. */
    default <T> T rescue(Reading<T> work, T none) throws IOException {
        return read(work, none);
    }

    /** What a transaction gives that writes; the tables are made if there are none. */
    <T> T write(Writing<T> work) throws IOException, Conflict;

    /**
     * Waits for those who did the same before with this study, until the end of their transactions, one behind the other: a row that many
     * want to write wakes all of them at once, and all but one in vain.
     *
     * @param reading what can be read before, where others can write meanwhile: done when few are ahead, so that little is left to
     *     read while they wait. Not done where nobody can write
     */
    void awaitTurn(Connection connection, String study, Reading<?> reading) throws SQLException, IOException;

    /**
     * Looks for damage to the list of studies that its rows do not show by themselves: a row that is missing.
     *
     * @throws SQLException if there is some
     */
    void check(Connection connection) throws SQLException;

    /** Whether an error says that a page is damaged, and others may be read nevertheless. */
    boolean isOnlyDamage(SQLException e);

    @Override
    void close() throws IOException;

    /** A transaction that reads. */
    interface Reading<T> {
        /** Within the transaction. */
        T on(Connection connection) throws SQLException, IOException;
    }

    /** A transaction that writes. */
    interface Writing<T> {
        /**
         * Within the transaction.
         *
         * @param again whether it was begun before, and nobody knows whether that was kept
         */
        T on(Connection connection, boolean again) throws SQLException, IOException, Conflict;
    }
}
