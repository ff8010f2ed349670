package dev.fettle.report.summary;

import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The trials from best to worst, as scikit-learn ranks them: equal scores share the lowest rank and stand in the order of
 * their numbers; failed trials come last and share a rank. Trials that were stopped are not ranked.
 */
public record Ranking(List<Row> rows) {
    public Ranking {
        rows = List.copyOf(rows);
    }

    /**
     * One trial.
     *
     * @param rank from 1
     * @param score NaN if the trial failed
     * @param error the standard error of the score, NaN if it is not known
     * @param folds the score of each fold, may be empty
     * @param metrics all scores by name, may be empty or lack some that others have
     */
    public record Row(
            int rank,
            int number,
            Point point,
            double score,
            double error,
            List<Double> folds,
            Map<String, Double> metrics,
            double seconds) {
        public boolean failed() {
            return Double.isNaN(score);
        }
    }

    public static Ranking of(History history) {
        Goal goal = history.goal();
        List<Trial.Completed> scored = new ArrayList<>(history.completed().toList());
        scored.sort(Comparator.comparingDouble(
                        (Trial.Completed t) -> goal.loss(t.score().value()) + 0.0)
                .thenComparingInt(Trial::number));
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        for (Trial.Completed t : scored) {
            double score = t.score().value();
            boolean shared = !rows.isEmpty() && rows.get(rows.size() - 1).score() == score;
            rank = shared ? rank : rows.size() + 1;
            rows.add(new Row(
                    rank,
                    t.number(),
                    t.point(),
                    score,
                    t.score().standardError(),
                    t.score().folds(),
                    t.score().metrics(),
                    seconds(t)));
        }
        int last = rows.size() + 1;
        history.trials().stream()
                .filter(Trial.Failed.class::isInstance)
                .forEach(t -> rows.add(
                        new Row(last, t.number(), t.point(), Double.NaN, Double.NaN, List.of(), Map.of(), seconds(t))));
        return new Ranking(rows);
    }

    /** The first row, if any trial was scored. */
    public Optional<Row> winner() {
        return rows.stream().findFirst().filter(r -> !r.failed());
    }

    private static double seconds(Trial.Finished trial) {
        return trial.took().toNanos() / 1e9;
    }
}
