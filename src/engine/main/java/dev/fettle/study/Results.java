package dev.fettle.study;

import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts results that arrive in any order into the order of their numbers. Confined to its study. */
final class Results {
    /** Arrived, but an earlier number is still missing. */
    private final Map<Integer, Trial.Finished> early = new HashMap<>();
    /** Numbers that share the point of an earlier one, which they wait for. */
    private final Map<Integer, Repeat> repeats = new HashMap<>();

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
        for (Trial.Finished trial : new TreeMap<>(early).values()) {
            all = all.plus(trial);
        }
        return all;
    }

    private Trial.Finished shared(Repeat repeat) {
        return repeat.trial().like(history.trials().get(repeat.source() - 1));
    }
}
