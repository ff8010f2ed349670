package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import dev.fettle.store.Decision;
import dev.fettle.store.Lines;
import dev.fettle.store.Presence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The journal of a study in a store: it outlives the process, and others may write it too.
 *
 * @param about what a study that is opened here says of itself, as {@link Event.Opened#about}
 */
public record KeptJournal(Lines lines, Map<String, String> about) implements Journal {
    public KeptJournal {
        about = Map.copyOf(about);
    }

    /** One that says nothing more of its study. */
    public KeptJournal(Lines lines) {
        this(lines, Map.of());
    }

    @Override
    public List<Event> read(long from) throws IOException {
        List<Event> events = new ArrayList<>();
        read(from, events::add);
        return events;
    }

    @Override
    public void read(long from, Consumer<? super Event> each) throws IOException {
        Queue<Piece> pieces = new ArrayDeque<>();
        try {
            lines.read(from, piece -> {
                pieces.add(Piece.begin(piece));
                hand(pieces, Piece::isDone, each);
            });
            hand(pieces, piece -> true, each);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Hands over the events of the first pieces, as long as they are such. */
    private static void hand(Queue<Piece> pieces, Predicate<Piece> such, Consumer<? super Event> each) {
        for (Piece first = pieces.peek(); first != null && such.test(first); first = pieces.peek()) {
            pieces.remove().events().forEach(each);
        }
    }

    @Override
    public List<Event> runs() throws IOException {
        List<Event> runs = new ArrayList<>();
        for (String line : lines.read(0)) {
            if (!EventFormat.isOfTrial(line)) {
                runs.add(EventFormat.read(line));
            }
        }
        return runs;
    }

    @Override
    public long append(long expected, List<Event> events) throws IOException, Conflict {
        return lines.append(expected, written(events));
    }

    @Override
    public long append(long known, Decision<Event> decision) throws IOException {
        Usual usual = new Usual();
        return lines.append(known, new Decision<>() {
            @Override
            public void hear(List<String> news) throws IOException {
                List<Event> events = new ArrayList<>();
                for (String line : news) {
                    events.add(EventFormat.read(line, usual));
                }
                decision.hear(events);
            }

            @Override
            public List<String> decide() throws IOException {
                return written(decision.decide());
            }
        });
    }

    private List<String> written(List<Event> events) {
        return events.stream().map(this::said).map(EventFormat::write).toList();
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
