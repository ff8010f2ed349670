package dev.fettle.journal;

import java.util.ArrayList;
import java.util.List;

/** Lives as long as the process. */
public final class MemoryJournal implements Journal {
    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized void append(Event event) {
        events.add(event);
    }

    @Override
    public synchronized List<Event> read() {
        return List.copyOf(events);
    }
}
