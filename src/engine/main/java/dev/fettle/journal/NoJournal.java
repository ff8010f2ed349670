package dev.fettle.journal;

import dev.fettle.store.Presence;
import java.util.List;
import java.util.UUID;

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
        return new Alone(UUID.randomUUID().toString());
    }

    @Override
    public boolean isPrivate() {
        return true;
    }

    /** There is nobody else. */
    private record Alone(String writer) implements Presence {
        @Override
        public boolean isGone(String writer) {
            return true;
        }

        @Override
        public void close() {}
    }
}
