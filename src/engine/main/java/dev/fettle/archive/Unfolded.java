package dev.fettle.archive;

import dev.fettle.journal.Event;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a study say without its sampler: the same trials as the study itself has, in the same order. For one
 * thread.
 */
final class Unfolded {
    final Map<Integer, Event.Began> runs = new TreeMap<>();
    final Map<Integer, Ending> endings = new HashMap<>();
    /** Asked for and not told, with the run that evaluates it. */
    final TreeMap<Integer, Open> open = new TreeMap<>();

    private final TreeMap<Integer, Trial.Finished> early = new TreeMap<>();
    private final TreeMap<Integer, Open> repeats = new TreeMap<>();
    private final Map<Proposal.Key, Integer> firstWith = new HashMap<>();
    private final int full;
    private History told;
    private History before;
    private Budget budget = Budget.unlimited();

    @Nullable
    Ending reached;

    final Event.Opened opened;
    Instant last;

    /** @param by the run, or the number of the trial whose end it shares */
    record Open(Trial.Running trial, int by) {}

    private Unfolded(Event.Opened opened) {
        this.opened = opened;
        this.last = opened.at();
        this.full = Integer.parseInt(opened.question().getOrDefault("resource", "0"));
        this.told = History.empty(Goals.read(opened.question().getOrDefault("goals", "")));
        this.before = told;
    }

    /** @param events the first of them the opening */
    static Unfolded of(Event.Opened opened, List<Event> events) {
        Unfolded all = new Unfolded(opened);
        for (Event event : events) {
            all.last = event.at().isAfter(all.last) ? event.at() : all.last;
            all.apply(event);
        }
        return all;
    }

    private void apply(Event event) {
        if (event instanceof Event.Began e) {
            begin(e);
        } else if (event instanceof Event.Asked e) {
            asked(e);
        } else if (event instanceof Event.Reported e) {
            open.computeIfPresent(e.number(), (n, o) -> new Open(o.trial().report(e.report()), o.by()));
        } else if (event instanceof Event.Released e) {
            lose(Set.of(e.number()));
        } else if (event instanceof Event.Told e) {
            Open trial = open.remove(e.number());
            if (trial != null) {
                early.put(e.number(), trial.trial().end(e.outcome(), e.took()));
            }
            drain();
        } else if (event instanceof Event.Stopped e) {
            endings.put(e.run(), e.ending());
        }
    }

    private void begin(Event.Began e) {
        runs.put(runs.size() + 1, e);
        budget = e.budget();
        before = reached != null && reached.decided() ? told : before;
        reached = budget.reached(told, before, full).orElse(null);
        drain();
    }

    private void asked(Event.Asked e) {
        Trial.Running trial = new Trial.Running(e.number(), e.attempt(), e.proposal(), List.of(), e.at());
        Integer same = firstWith.putIfAbsent(e.proposal().key(), e.number());
        Integer source = e.source() == null ? same : e.source();
        if (e.attempt() == 1 && source != null) {
            repeats.put(e.number(), new Open(trial, source));
            drain();
        } else {
            open.put(e.number(), new Open(trial, e.run()));
        }
    }

    /** Nobody works on them any more. */
    private void lose(Set<Integer> numbers) {
        numbers.forEach(number -> open.computeIfPresent(number, (n, o) -> new Open(o.trial(), 0)));
    }

    private void drain() {
        while (reached == null) {
            int next = told.size() + 1;
            Open repeat = repeats.remove(next);
            Trial.Finished trial = repeat == null
                    ? early.remove(next)
                    : repeat.trial().like(told.trials().get(repeat.by() - 1));
            if (trial == null) {
                return;
            }
            told = told.plus(trial);
            reached = budget.reached(told, before, full).orElse(null);
        }
    }

    /** All trials that ended; what came in behind an ending that one trial decided is dropped, as the study does. */
    History history() {
        History all = told;
        if (reached == null || !reached.decided()) {
            for (Trial.Finished trial : early.values()) {
                all = all.plus(trial);
            }
        }
        return all;
    }

    /** Runs that have not said that they ended. */
    Set<Integer> unended() {
        Set<Integer> unended = new LinkedHashSet<>(runs.keySet());
        unended.removeAll(endings.keySet());
        return unended;
    }

    String writer(int run) {
        return Objects.requireNonNull(runs.get(run)).writer();
    }

    int planned() {
        int trials = budget.trials();
        return trials != Budget.ALL ? trials : opened.trials() == null ? 0 : opened.trials();
    }
}
