package dev.fettle.store;

/** Somebody else has written in the meantime. */
public final class Conflict extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * A conflict.
     *
     * @param expected how many there were to be
     * @param found how many there are
     */
    public Conflict(long expected, long found) {
        super("Journal (" + found + " events) must hold " + expected + ". Maybe another study writes it too.");
    }
}
