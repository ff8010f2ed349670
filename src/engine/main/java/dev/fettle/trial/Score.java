package dev.fettle.trial;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation says about a point.
 *
 * @param value the goal's score; NaN and ±∞ make the trial fail
 * @param metrics all scores by name, in the order asked for; may be empty
 * @param folds the goal's score on each fold; empty if there are none
 * @param warnings what the models complained about, each with its count
 * @param predictions for rows held out, or null
 */
public record Score(
        double value,
        Map<String, Double> metrics,
        List<Double> folds,
        Map<String, Integer> warnings,
        @Nullable Predictions predictions)
        implements Serializable {
    public Score {
        metrics = kept(metrics);
        folds = List.copyOf(folds);
        warnings = kept(warnings);
    }

    /** A copy in the same order; the many empty ones are one. */
    private static <V> Map<String, V> kept(Map<String, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A bare number. */
    public static Score of(double value) {
        return new Score(value, Map.of(), List.of(), Map.of(), null);
    }

    /**
     * The standard error of {@link #value} as the mean of the folds: s/√k with the sample deviation s; NaN with fewer than
     * two folds. The folds share training rows, so it is a guide and no exact error (Bengio and Grandvalet, 2004).
     */
    public double standardError() {
        int k = folds.size();
        if (k < 2) {
            return Double.NaN;
        }
        double mean = folds.stream().mapToDouble(v -> v).sum() / k;
        double squares =
                folds.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (k - 1) / k);
    }
}
