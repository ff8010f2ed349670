package dev.fettle.store;

import java.io.IOException;

/**
 * Stores of this kind cannot be had in this process: their library is missing, or the process may not load it. Nothing is
 * wrong with what is kept, and another kind of store would do.
 */
public final class UnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    /** With a sentence that says why, and what the library said. */
    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** With a sentence that says why. */
    public UnavailableException(String message) {
        super(message);
    }
}
