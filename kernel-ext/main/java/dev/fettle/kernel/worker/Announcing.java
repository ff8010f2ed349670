package dev.fettle.kernel.worker;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.report.text.Wording;
import dev.fettle.store.Conflict;
import dev.fettle.store.Decision;
import dev.fettle.store.Presence;
import dev.fettle.trial.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A journal that says a line of each trial which ends here, once it is kept. */
record Announcing(Journal journal, Consumer<String> line, Map<Integer, String> points) implements Journal {
    Announcing(Journal journal, Consumer<String> line) {
        this(journal, line, new ConcurrentHashMap<>());
    }

    @Override
    public List<Event> read(long from) throws IOException {
        return journal.read(from);
    }

    @Override
    public void read(long from, Consumer<? super Event> each) throws IOException {
        journal.read(from, each);
    }

    @Override
    public long append(long expected, List<Event> events) throws IOException, Conflict {
        long size = journal.append(expected, events);
        announce(events);
        return size;
    }

    @Override
    public long append(long known, Decision<Event> decision) throws IOException {
        List<Event> decided = new ArrayList<>();
        long size = journal.append(known, new Decision<>() {
            @Override
            public void hear(List<Event> news) throws IOException {
                decision.hear(news);
            }

            @Override
            public List<Event> decide() throws IOException {
                decided.clear();
                decided.addAll(decision.decide());
                return decided;
            }
        });
        announce(decided);
        return size;
    }

    private void announce(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.Asked asked) {
                points.put(asked.number(), Wording.assigned(asked.proposal().point()));
            } else if (event instanceof Event.Told told) {
                line.accept("trial " + told.number() + ": " + end(told.outcome()) + " at " + points.get(told.number())
                        + ", " + Wording.time(told.took()));
            } else if (event instanceof Event.Released released) {
                line.accept("trial " + released.number() + ": given back");
            }
        }
    }

    private static String end(Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return Wording.scoreWithError(scored.score().value(), scored.score().standardError());
        }
        return outcome instanceof Outcome.Cut cut
                ? "pruned: " + cut.reason()
                : "failed: " + ((Outcome.Lost) outcome).failure();
    }

    @Override
    public Presence enter() throws IOException {
        return journal.enter();
    }

    @Override
    public boolean outlives() {
        return journal.outlives();
    }

    @Override
    public boolean isPrivate() {
        return journal.isPrivate();
    }
}
