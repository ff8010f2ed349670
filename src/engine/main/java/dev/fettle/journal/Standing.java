package dev.fettle.journal;

import dev.fettle.store.Presence;
import dev.fettle.trial.Ending;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the study of a journal has come, whatever it asks. */
public enum Standing {
    /** Nothing has happened. */
    EMPTY,
    /** A run goes on, here or in another process. */
    UNDER_WAY,
    /** A run has died before its end, and none goes on. */
    CUT,
    /** The last run was ended from outside, by the user or by a machine that could not go on. */
    STOPPED,
    /** The last run has ended by itself. */
    OVER;

    /** That of a journal now; a minute may pass until a process that is suspended counts as dead. */
    public static Standing of(Journal journal) throws IOException {
        List<Event> events = journal.runs();
        Map<Integer, String> open = new TreeMap<>();
        int runs = 0;
        Standing ended = events.isEmpty() ? EMPTY : OVER;
        for (Event event : events) {
            if (event instanceof Event.Began began) {
                open.put(++runs, began.writer());
            } else if (event instanceof Event.Stopped stopped) {
                open.remove(stopped.run());
                ended = of(stopped.ending());
            }
        }
        if (open.isEmpty()) {
            return ended;
        }
        try (Presence here = journal.enter()) {
            for (String writer : open.values()) {
                if (!here.isGone(writer)) {
                    return UNDER_WAY;
                }
            }
        }
        return CUT;
    }

    private static Standing of(Ending ending) {
        return switch (ending) {
            case INTERRUPTED, TAKEN_OVER, MEMORY, BROKEN -> STOPPED;
            case EXHAUSTED, TRIALS, UNTIL, PATIENCE, TIME, FAILING, FAILED -> OVER;
        };
    }
}
