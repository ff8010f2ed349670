package dev.fettle.run;

import dev.fettle.trial.History;
import java.util.NoSuchElementException;

/** No trial of a run has a score, so that there is no best one. Its cause is what the first failed trial has thrown. */
public final class NothingScoredException extends NoSuchElementException {
    private static final long serialVersionUID = 1;

    private final transient History history;

    NothingScoredException(History history, Throwable cause) {
        super(message(history), cause);
        this.history = history;
    }

    private static String message(History history) {
        var first = history.failures().get(0);
        return "Run must have a scored trial; " + history.failedCount() + " of " + history.size()
                + (history.size() == 1 ? " trial" : " trials") + " failed, and none has a score. Trial "
                + first.number()
                + " at " + first.point() + ": " + first.failure() + ".";
    }

    /** The trials all the same. */
    public History history() {
        return history;
    }
}
