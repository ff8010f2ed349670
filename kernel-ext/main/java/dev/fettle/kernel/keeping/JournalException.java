package dev.fettle.kernel.keeping;

/** A journal cannot take the study of a cell; nothing was run, and nothing was changed in it. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1;

    /** With whole sentences. */
    public JournalException(String why, Throwable cause) {
        super(why, cause);
    }

    /** Why, in one or more lines. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
