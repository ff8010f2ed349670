package dev.fettle.journal;

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
}
