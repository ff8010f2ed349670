package dev.fettle.kernel;

/** Ends a cell with a short message and no stack, after the reasons were shown. */
public final class CellError extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CellError(String message) {
        super(message, null, false, false);
    }
}
