package dev.fettle.journal;

import dev.fettle.store.Conflict;
import java.util.ArrayList;
import java.util.List;

/** Lives as long as the process. */
public final class MemoryJournal implements Journal {
    private final List<Event> events = new ArrayList<>();

    @Override
    public synchronized List<Event> read(long from) {
        return List.copyOf(events.subList((int) Math.min(from, events.size()), events.size()));
    }

    @Override
    public synchronized long append(long expected, List<Event> more) throws Conflict {
        if (expected != events.size()) {
            throw new Conflict(expected, events.size());
        }
        events.addAll(more);
        return events.size();
    }
}
