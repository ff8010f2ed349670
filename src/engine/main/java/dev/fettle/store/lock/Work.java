package dev.fettle.store.lock;

import java.io.IOException;

/**
 * Something to do with files.
 *
 * @param <T> what comes of it
 * @param <E> what may go wrong besides the files
 */
@FunctionalInterface
public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws IOException, E;
}
