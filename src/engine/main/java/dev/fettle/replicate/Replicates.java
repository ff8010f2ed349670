package dev.fettle.replicate;

import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Several scores of one point as one. */
final class Replicates {
    private Replicates() {}

    /**
     * Their mean, by goal, by metric and in each direction of the gradient. Its folds are those of all, one behind the other; of scores
     * without folds each is one. Warnings are counted together. Predictions are those of the first, which every point has.
     *
     * @param scores at least one, of the same goals
     */
    static Score together(List<Score> scores) {
        Score first = scores.get(0);
        if (scores.size() == 1) {
            return first;
        }
        return Score.of(means(scores, Score::values))
                .withMetrics(metrics(scores))
                .withFoldsByGoal(folds(scores))
                .withWarnings(warnings(scores))
                .withMark(mark(scores))
                .withGradient(means(scores, Score::gradient))
                .withTrainings(
                        scores.stream().flatMap(s -> s.trainings().stream()).toList())
                .withPredictions(first.predictions());
    }

    /** Element by element, as far as all have it. */
    private static List<Double> means(List<Score> scores, Function<Score, List<Double>> of) {
        int size = scores.stream().mapToInt(s -> of.apply(s).size()).min().orElseThrow();
        return IntStream.range(0, size)
                .mapToObj(i -> mean(scores.stream().map(s -> of.apply(s).get(i)).toList()))
                .toList();
    }

    private static Map<String, Double> metrics(List<Score> scores) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String name : scores.get(0).metrics().keySet()) {
            if (scores.stream().allMatch(s -> s.metrics().containsKey(name))) {
                means.put(
                        name,
                        mean(scores.stream().map(s -> s.metrics().get(name)).toList()));
            }
        }
        return means;
    }

    private static List<List<Double>> folds(List<Score> scores) {
        List<List<Double>> all = new ArrayList<>();
        for (int g = 0; g < scores.get(0).values().size(); g++) {
            int goal = g;
            all.add(scores.stream()
                    .flatMap(s -> goal < s.byFold().size()
                            ? s.byFold().get(goal).stream()
                            : List.of(s.values().get(goal)).stream())
                    .toList());
        }
        return all;
    }

    private static Map<String, Integer> warnings(List<Score> scores) {
        Map<String, Integer> counts = new TreeMap<>();
        scores.forEach(s -> s.warnings().forEach((text, count) -> counts.merge(text, count, Integer::sum)));
        return counts;
    }

    /** Equal where those of all are; 0 if one has none. */
    private static long mark(List<Score> scores) {
        long mark = 1;
        for (Score score : scores) {
            if (score.mark() == 0) {
                return 0;
            }
            mark = 31 * mark + score.mark();
        }
        return mark;
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.size();
    }
}
