package dev.fettle.journal;

import java.io.IOException;
import java.util.List;

/**
 * Remembers the events of one study. Law: {@link #read} gives what was appended, in order. Safe for several threads;
 * {@link #append} returns when the event would survive the death of whatever the journal is meant to survive.
 */
public interface Journal {
    /**
     * Keeps one event more.
     *
     * @throws IOException if it could not be kept; then the study has not changed either
     */
    void append(Event event) throws IOException;

    /** All events so far, in order. */
    List<Event> read() throws IOException;
}
