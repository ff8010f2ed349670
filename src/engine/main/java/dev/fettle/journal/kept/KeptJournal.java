package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The journal of a study in a store: it outlives the process, and others may write it too.
 *
 * @param about what a study that is opened here says of itself, as {@link Event.Opened#about}
 */
public record KeptJournal(Lines lines, Map<String, String> about) implements Journal {
    /** From so many events on, all processors read them. */
    private static final int MANY = 1_000;

    public KeptJournal {
        about = Map.copyOf(about);
    }

    /** One that says nothing more of its study. */
    public KeptJournal(Lines lines) {
        this(lines, Map.of());
    }

    @Override
    public List<Event> read(long from) throws IOException {
        return events(lines.read(from));
    }

    @Override
    public List<Event> runs() throws IOException {
        return events(lines.read(0).stream()
                .filter(line -> !EventFormat.isOfTrial(line))
                .toList());
    }

    private static List<Event> events(List<String> texts) throws IOException {
        try {
            Stream<String> all = texts.size() < MANY ? texts.stream() : texts.parallelStream();
            return all.map(KeptJournal::event).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Event event(String text) {
        try {
            return EventFormat.read(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long append(long expected, List<Event> events) throws IOException, Conflict {
        return lines.append(
                expected,
                events.stream().map(this::said).map(EventFormat::write).toList());
    }

    private Event said(Event event) {
        return event instanceof Event.Opened o && o.about().isEmpty()
                ? new Event.Opened(o.at(), o.question(), o.trials(), about)
                : event;
    }

    @Override
    public Presence enter() throws IOException {
        return lines.enter();
    }

    @Override
    public boolean outlives() {
        return true;
    }
}
