package dev.fettle.journal;

import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lives as long as the process. */
public final class MemoryJournal implements Journal {
    private final List<Event> events = new ArrayList<>();
    private final Set<String> writers = new HashSet<>();

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

    @Override
    public synchronized Presence enter() {
        String name = UUID.randomUUID().toString();
        writers.add(name);
        return new Entered(name);
    }

    private synchronized boolean isThere(String writer) {
        return writers.contains(writer);
    }

    private synchronized void leave(String writer) {
        writers.remove(writer);
    }

    private final class Entered implements Presence {
        private final String writer;

        Entered(String writer) {
            this.writer = writer;
        }

        @Override
        public String writer() {
            return writer;
        }

        @Override
        public boolean isGone(String other) {
            return !isThere(other);
        }

        @Override
        public void close() {
            leave(writer);
        }
    }
}
