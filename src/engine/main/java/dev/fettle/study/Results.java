package dev.fettle.study;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Puts results that arrive in any order into the order of their numbers. Confined to its study. */
final class Results {
    /** Arrived, but an earlier number is still missing. */
    private final TreeMap<Integer, Trial.Finished> early = new TreeMap<>();
    /** Numbers that share the point of an earlier one, which they wait for. */
    private final TreeMap<Integer, Repeat> repeats = new TreeMap<>();

    private History history;
    /** What a pruner sees of it; grows along. */
    private History known;

    private record Repeat(Trial.Running trial, int source) {}

    Results(List<Goal> goals) {
        this.history = History.empty(goals);
        this.known = history;
    }

    /** What was taken, without gaps. */
    History history() {
        return history;
    }

    /** The first {@code told} of the history. */
    History known(int told) {
        while (known.size() < told) {
            known = known.plus(history.trials().get(known.size()));
        }
        return known.first(told);
    }

    void arrive(Trial.Finished trial) {
        early.put(trial.number(), trial);
    }

    /** A trial that will share the result of number {@code source}, a lower one. */
    void repeat(Trial.Running trial, int source) {
        repeats.put(trial.number(), new Repeat(trial, source));
    }

    /** Takes the next number into the history, if it has arrived. */
    Optional<Trial.Finished> take() {
        int next = history.size() + 1;
        Repeat repeat = repeats.remove(next);
        Trial.Finished trial = repeat == null ? early.remove(next) : shared(repeat);
        if (trial != null) {
            history = history.plus(trial);
        }
        return Optional.ofNullable(trial);
    }

    /** Whether a number has come in, pruned. */
    boolean isPruned(int number) {
        Trial.Finished trial = number <= history.size() ? history.trials().get(number - 1) : early.get(number);
        return trial instanceof Trial.Pruned;
    }

    /** The history, and what waits behind a gap. */
    History everything() {
        History all = history;
        for (Trial.Finished trial : early.values()) {
            all = all.plus(trial);
        }
        return all;
    }

    private Trial.Finished shared(Repeat repeat) {
        Trial.Running t = repeat.trial();
        int source = repeat.source();
        Trial.Finished first = history.trials().get(source - 1);
        return first.match(
                c -> new Trial.Completed(
                        t.number(), 1, t.proposal(), c.reports(), t.started(), Duration.ZERO, c.score(), source),
                p -> new Trial.Pruned(
                        t.number(), 1, t.proposal(), p.reports(), t.started(), Duration.ZERO, p.reason(), source),
                f -> new Trial.Failed(
                        t.number(), 1, t.proposal(), f.reports(), t.started(), Duration.ZERO, f.failure(), source));
    }
}
