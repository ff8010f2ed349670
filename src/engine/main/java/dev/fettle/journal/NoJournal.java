package dev.fettle.journal;

import dev.fettle.store.Presence;
import java.util.List;

/**
 * Remembers nothing, so that the law of a {@link Journal} does not hold: for a study that lives and dies with its process, and
 * that nobody else may open.
 */
public record NoJournal() implements Journal {
    @Override
    public List<Event> read(long from) {
        return List.of();
    }

    @Override
    public long append(long expected, List<Event> events) {
        return expected + events.size();
    }

    @Override
    public Presence enter() {
        return new Alone();
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    /** There is nobody else. */
    private record Alone() implements Presence {
        @Override
        public String writer() {
            return "alone";
        }

        @Override
        public boolean isGone(String writer) {
            return true;
        }

        @Override
        public void close() {}
    }
}
