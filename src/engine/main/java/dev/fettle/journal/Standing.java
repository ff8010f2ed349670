package dev.fettle.journal;

import dev.fettle.store.Presence;
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
    /** Every run has ended. */
    OVER;

    /** That of a journal now; a minute may pass until a process that is suspended counts as dead. */
    public static Standing of(Journal journal) throws IOException {
        List<Event> events = journal.read(0);
        Map<Integer, String> open = new TreeMap<>();
        int runs = 0;
        for (Event event : events) {
            if (event instanceof Event.Began began) {
                open.put(++runs, began.writer());
            } else if (event instanceof Event.Stopped stopped) {
                open.remove(stopped.run());
            }
        }
        if (open.isEmpty()) {
            return events.isEmpty() ? EMPTY : OVER;
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
}
