package dev.fettle.run;

/** Trials cannot be evaluated at a place. */
public final class BackendException extends Exception {
    private static final long serialVersionUID = 1;

    /** With whole sentences. */
    public BackendException(String why) {
        super(why);
    }

    /** Why, in one or more lines. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
