package dev.fettle.store;

import java.io.IOException;
import java.util.List;

/**
 * A file or a database that keeps studies, each under a name. Several processes may have it open. Safe for any thread.
 *
 * <p>What goes wrong is an {@link IOException} whose message is a whole sentence that names the {@link #place}: a file that is
 * no store, one of a newer version, a full disk, a lost network, a wrong password (never the password itself). Nothing is
 * overwritten then, and what was kept stays.
 */
public interface Store extends AutoCloseable {
    /** Where it is, for people: a file name, or an address without user and password. */
    String place();

    /** The studies that have lines, in the order of their first one. */
    List<String> studies() throws IOException;

    /** The same, as far as can be seen where something is damaged: what {@link Lines#whole} may find something of. */
    default List<String> found() throws IOException {
        return studies();
    }

    /** The lines of a study; there are none before the first is appended, and nothing is written before that. */
    Lines lines(String study) throws IOException;

    /**
     * Gives a study another name, so that its own is free. Whoever has it open is refused from then on, with a {@link
     * Conflict}: it must hold lines where there are none.
     *
     * @throws IOException if there is no such study, or one with the other name
     */
    void rename(String study, String other) throws IOException;

    /** Forgets a study; nothing if there is none. */
    void remove(String study) throws IOException;

    /** Gives back what it holds open; so do its lines, of which nothing may be asked any more. */
    @Override
    void close() throws IOException;
}
