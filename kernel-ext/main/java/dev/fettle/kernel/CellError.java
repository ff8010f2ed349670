package dev.fettle.kernel;

/**
 * Ends a cell with a short message and no stack, after the reasons were shown. An {@link Error}, since both kernels wrap an
 * exception of a magic in one of their own and print its twenty frames; an error without a stack they print as it is.
 */
public final class CellError extends Error {
    private static final long serialVersionUID = 1;

    /** An error with a message for the user; the page has shown the details already. */
    public CellError(String message) {
        super(message, null, false, false);
    }
}
