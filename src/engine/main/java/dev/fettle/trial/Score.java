package dev.fettle.trial;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says about a point. Immutable, for any thread.
 *
 * <pre>{@code
 * Score plain = Score.of(0.93);
 * Score rich = Score.of(0.93, 12.5).withFolds(List.of(0.92, 0.94)).withMetrics(Map.of("log_loss", 0.2));
 * }</pre>
 *
 * @param values {@code [goals]}, at least one, each in the direction of its goal; NaN and ±∞ make the trial fail
 * @param metrics all scores by name, in the order in which they are shown; may be empty
 * @param byFold {@code [goals][folds]} the scores on each fold; goals without folds, at the end, may be left out
 * @param warnings what the models complained about, each with its count
 * @param mark 64 bits that are equal where the predictions for the rows held out are equal, bit for bit; 0 if there are none
 * @param gradient {@code [reals]} of the first value with respect to the decimal parameters without a step, elements of arrays
 *     one by one, in the order of the space: to the value itself or, on a logarithmic scale, to its natural logarithm; 0 where
 *     inactive; empty if unknown
 * @param trainings {@code [folds]} how each fold's training went; empty unless asked for
 * @param predictions for the rows held out, in the words of whoever has evaluated; null if they are not kept
 */
public record Score(
        List<Double> values,
        Map<String, Double> metrics,
        List<List<Double>> byFold,
        Map<String, Integer> warnings,
        long mark,
        List<Double> gradient,
        List<Training> trainings,
        @Nullable String predictions)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public Score {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Score must have a value for each goal, at least one.");
        }
        values = List.copyOf(values);
        metrics = kept(metrics);
        byFold =
                byFold.isEmpty() ? List.of() : byFold.stream().map(List::copyOf).toList();
        warnings = kept(warnings);
        gradient = List.copyOf(gradient);
        trainings = List.copyOf(trainings);
    }

    /** A copy in the same order; the many empty ones are one. */
    private static <V> Map<String, V> kept(Map<String, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A bare number. */
    public static Score of(double value) {
        return of(List.of(value));
    }

    /** A number for each of several goals. */
    public static Score of(double first, double second) {
        return of(List.of(first, second));
    }

    /** A number for each goal, at least one. */
    public static Score of(List<Double> values) {
        return new Score(values, Map.of(), List.of(), Map.of(), 0, List.of(), List.of(), null);
    }

    /**
     * With these metrics in place of those it has: a {@link LinkedHashMap} in its order, others by name, as {@code Map.of} has
     * another order each time that Java starts.
     */
    public Score withMetrics(Map<String, Double> all) {
        return new Score(
                values,
                all instanceof LinkedHashMap ? all : new TreeMap<>(all),
                byFold,
                warnings,
                mark,
                gradient,
                trainings,
                predictions);
    }

    /** The scores of the first goal on each fold. */
    public Score withFolds(List<Double> scores) {
        return withFoldsByGoal(List.of(scores));
    }

    /** {@code [goals][folds]}. */
    public Score withFoldsByGoal(List<List<Double>> scores) {
        return new Score(values, metrics, scores, warnings, mark, gradient, trainings, predictions);
    }

    /** With these warnings, and how often each was said, in place of those it has. */
    public Score withWarnings(Map<String, Integer> counts) {
        return new Score(values, metrics, byFold, counts, mark, gradient, trainings, predictions);
    }

    /** With the mark of its predictions; 0 for none. */
    public Score withMark(long bits) {
        return new Score(values, metrics, byFold, warnings, bits, gradient, trainings, predictions);
    }

    /** With the {@link #gradient} of the first value, {@code [reals]}; empty for none. */
    public Score withGradient(List<Double> slopes) {
        return new Score(values, metrics, byFold, warnings, mark, slopes, trainings, predictions);
    }

    /** With how each fold's training went; empty for unknown. */
    public Score withTrainings(List<Training> all) {
        return new Score(values, metrics, byFold, warnings, mark, gradient, all, predictions);
    }

    /** With {@link #predictions}; null for none. */
    public Score withPredictions(@Nullable String text) {
        return new Score(values, metrics, byFold, warnings, mark, gradient, trainings, text);
    }

    /** That of the first goal. */
    public double value() {
        return values.get(0);
    }

    /** The scores of the first goal on each fold; empty if there are none. */
    public List<Double> folds() {
        return folds(0);
    }

    private List<Double> folds(int goal) {
        return goal < byFold.size() ? byFold.get(goal) : List.of();
    }

    /** The standard error of {@link #value}; see {@link #standardError(int)}. */
    public double standardError() {
        return standardError(0);
    }

    /**
     * The standard error of a goal's value as the mean of its folds: s/√k with the sample deviation s; NaN with fewer than
     * two folds. The folds share training rows, so it is a guide and no exact error (Bengio and Grandvalet, 2004).
     *
     * @param goal from 0
     */
    public double standardError(int goal) {
        List<Double> folds = folds(goal);
        int k = folds.size();
        if (k < 2) {
            return Double.NaN;
        }
        double mean = folds.stream().reduce(0.0, Double::sum) / k;
        double squares =
                folds.stream().mapToDouble(v -> (v - mean) * (v - mean)).reduce(0, Double::sum);
        return Math.sqrt(squares / (k - 1) / k);
    }
}
