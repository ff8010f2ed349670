package dev.fettle.report.view;

import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;

/** Sums of scores however large, small or near to each other they are. Stateless, for any thread. */
public final class Scores {
    private Scores() {}

    /** The mean of at least one finite number; finite, even where their sum is not. */
    static double mean(List<Double> numbers) {
        int n = numbers.size();
        double mean = numbers.stream().mapToDouble(v -> v).sum() / n;
        if (Double.isFinite(mean)) {
            return mean;
        }
        double parts = numbers.stream().mapToDouble(v -> v / n).sum();
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, parts));
    }

    /**
     * The first goal's scores moved to the interval from 0 for the lowest to 1 for the highest, so that their squares neither
     * overflow nor vanish, and differences in late digits survive.
     *
     * @return {@code [trials]}, each in [0, 1]; all 0 if the scores are equal
     */
    public static double[] unit(List<Trial.Completed> trials) {
        double[] scores = trials.stream().mapToDouble(t -> t.score().value()).toArray();
        double low = Arrays.stream(scores).min().orElse(0);
        double high = Arrays.stream(scores).max().orElse(0);
        return Arrays.stream(scores).map(s -> share(s, low, high)).toArray();
    }

    /**
     * Where a number lies between two others.
     *
     * @param number with {@code low <= number <= high}, all finite
     * @return in [0, 1]; 0 if {@code low} and {@code high} are equal
     */
    public static double share(double number, double low, double high) {
        double range = high - low;
        if (range == 0) {
            return 0;
        }
        return Double.isFinite(range) ? (number - low) / range : (number / 2 - low / 2) / (high / 2 - low / 2);
    }
}
