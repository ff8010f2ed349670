package dev.fettle.report.summary;

import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The trials from best to worst by the first goal, as scikit-learn ranks them: equal scores share the lowest rank and stand
 * in the order of their numbers; a trial with less resource stands behind all with more. Behind them come the pruned trials, which share a rank, then the failed ones, which share
 * one. Immutable, for any thread.
 *
 * <pre>{@code
 * Optional<Ranking.Row> winner = Ranking.of(history).winner();
 * }</pre>
 */
public record Ranking(List<Row> rows) {
    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * One trial.
     *
     * @param rank from 1; behind equal ones as many are left out
     */
    public record Row(int rank, Trial.Finished trial) {
        /** That of the trial, from 1. */
        public int number() {
            return trial.number();
        }

        /** Its score, if it was neither pruned nor failed. */
        public Optional<Trial.Completed> scored() {
            return trial.match(Optional::of, pruned -> Optional.empty(), failed -> Optional.empty());
        }
    }

    /** The ranks in a history: a row for each trial, repeats too. */
    public static Ranking of(History history) {
        List<Trial.Completed> scored = new ArrayList<>(history.completed().toList());
        Comparator<Trial.Completed> best = history::compare;
        scored.sort(best.thenComparingInt(Trial::number));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            boolean shared = i > 0 && history.compare(scored.get(i - 1), scored.get(i)) == 0;
            rows.add(new Row(shared ? rows.get(i - 1).rank() : i + 1, scored.get(i)));
        }
        add(rows, history, Trial.Pruned.class);
        add(rows, history, Trial.Failed.class);
        return new Ranking(rows);
    }

    private static void add(List<Row> rows, History history, Class<? extends Trial.Finished> end) {
        int rank = rows.size() + 1;
        history.trials().stream().filter(end::isInstance).forEach(t -> rows.add(new Row(rank, t)));
    }

    /** The first row; empty if no trial was scored. */
    public Optional<Row> winner() {
        return rows.stream().findFirst().filter(r -> r.scored().isPresent());
    }
}
