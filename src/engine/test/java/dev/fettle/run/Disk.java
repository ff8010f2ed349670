package dev.fettle.run;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.util.List;

/** A journal that may be full. */
final class Disk implements Journal {
    private final MemoryJournal kept = new MemoryJournal();
    volatile boolean full;

    @Override
    public Presence enter() throws IOException {
        return kept.enter();
    }

    @Override
    public List<Event> read(long from) throws IOException {
        return kept.read(from);
    }

    @Override
    public long append(long expected, List<Event> events) throws IOException, Conflict {
        if (full) {
            throw new IOException("Journal must keep events. Maybe its disk is full: full");
        }
        return kept.append(expected, events);
    }
}
