package dev.fettle.report.view;

import dev.fettle.space.Point;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sums of scores however large, small or near to each other they are. Stateless, for any thread. */
public final class Scores {
    private Scores() {}

    /**
     * Each scored point once, by the number of its first trial. Unlike {@link History#evaluated} it holds those too that share the score
     * of another point: without them a parameter that has no effect would seem to have that of whatever it depends on.
     */
    public static List<Trial.Completed> ofPoints(History history) {
        Set<Point> seen = new HashSet<>();
        return history.completed().filter(t -> seen.add(t.point())).toList();
    }

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
    static double share(double number, double low, double high) {
        double range = high - low;
        if (range == 0) {
            return 0;
        }
        return Double.isFinite(range) ? (number - low) / range : (number / 2 - low / 2) / (high / 2 - low / 2);
    }
}
