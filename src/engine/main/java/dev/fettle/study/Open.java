package dev.fettle.study;

import dev.fettle.trial.History;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The trials that were asked for and have not come back. Confined to its study. */
final class Open {
    /** All of them, with the latest attempt. */
    private final Map<Integer, Entry> byNumber = new HashMap<>();
    /** Of those, the ones that nobody works on any more. */
    private final TreeMap<Integer, Entry> lost = new TreeMap<>();

    /** @param known the results that its pruner sees: the first {@code told} */
    private record Entry(Trial.Running trial, int run, int told, History known) {}

    void ask(Trial.Running trial, int run, int told, History known) {
        lost.remove(trial.number());
        byNumber.put(trial.number(), new Entry(trial, run, told, known));
    }

    void report(int number, Report report) {
        byNumber.computeIfPresent(number, (n, a) -> new Entry(a.trial().report(report), a.run(), a.told(), a.known()));
    }

    /** Nobody works on it any more. */
    void lose(int number) {
        Entry asked = byNumber.get(number);
        if (asked != null) {
            lost.put(number, asked);
        }
    }

    /** Nobody works any more on those of some runs. */
    void loseAll(IntPredicate runs) {
        byNumber.forEach((number, asked) -> {
            if (runs.test(asked.run())) {
                lost.put(number, asked);
            }
        });
    }

    void remove(int number) {
        byNumber.remove(number);
        lost.remove(number);
    }

    /** The first trial to be asked for again, or null. */
    Trial.@Nullable Running lost() {
        return lost.isEmpty() ? null : lost.firstEntry().getValue().trial();
    }

    /** The attempt that somebody works on; null if there is none. */
    Trial.@Nullable Running running(int number, int attempt) {
        Entry asked = lost.containsKey(number) ? null : byNumber.get(number);
        return asked == null || asked.trial().attempt() != attempt ? null : asked.trial();
    }

    /** The same, if a run works on it. */
    Trial.@Nullable Running running(int number, int attempt, int run) {
        Trial.Running trial = running(number, attempt);
        return trial == null || Objects.requireNonNull(byNumber.get(number)).run() != run ? null : trial;
    }

    int told(int number) {
        return Objects.requireNonNull(byNumber.get(number)).told();
    }

    History known(int number) {
        return Objects.requireNonNull(byNumber.get(number)).known();
    }

    boolean isEmpty() {
        return byNumber.isEmpty();
    }

    /** By number. */
    List<Trial.Running> trials() {
        return byNumber.values().stream()
                .map(Entry::trial)
                .sorted(Comparator.comparingInt(Trial.Running::number))
                .toList();
    }

    /** The runs that work on some, with how many. */
    Map<Integer, Integer> byRun() {
        Map<Integer, Integer> runs = new TreeMap<>();
        byNumber.forEach((number, asked) -> {
            if (!lost.containsKey(number)) {
                runs.merge(asked.run(), 1, Integer::sum);
            }
        });
        return runs;
    }
}
