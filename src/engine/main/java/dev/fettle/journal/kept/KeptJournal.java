package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The journal of a study in a store: it outlives the process, and others may write it too.
 *
 * @param about what a study that is opened here says of itself, as {@link Event.Opened#about}
 */
public record KeptJournal(Lines lines, Map<String, String> about) implements Journal {
    /** So many events one processor reads at a time. */
    private static final int PIECE = 1_000;

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
            int pieces = (texts.size() + PIECE - 1) / PIECE;
            return IntStream.range(0, pieces)
                    .parallel()
                    .mapToObj(i -> piece(texts.subList(i * PIECE, Math.min(texts.size(), (i + 1) * PIECE))))
                    .flatMap(List::stream)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Event> piece(List<String> texts) {
        Usual usual = new Usual();
        List<Event> events = new ArrayList<>(texts.size());
        try {
            for (String text : texts) {
                events.add(EventFormat.read(text, usual));
            }
            return events;
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
