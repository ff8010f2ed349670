package dev.fettle.learner.prepare;

import dev.fettle.data.Feature;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What missing values are filled with: scikit-learn's {@code SimpleImputer}. */
public enum Gaps {
    /** Nothing: columns with gaps are refused. */
    OFF,
    /** The median of the numbers, the most frequent of the words. */
    MEDIAN,
    /** The mean of the numbers, the most frequent of the words. */
    MEAN,
    /** The most frequent value, of equals the least. */
    MOST_FREQUENT;

    /** As they are typed. */
    public static final List<String> WORDS = Stream.of(values()).map(Gaps::word).toList();

    /** As it is typed: {@code most_frequent}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is typed so. */
    public static Gaps of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Learns from a column; one without any value is filled with 0, or with a word of its own. */
    Columns learn(Feature train) {
        if (this == OFF) {
            return Columns.SAME;
        }
        if (train instanceof Feature.Numbers numbers) {
            double fill =
                    number(Arrays.stream(numbers.x()).filter(Double::isFinite).toArray());
            return Columns.of(column -> Stream.of(filled((Feature.Numbers) column, fill)));
        }
        Feature.Levels words = (Feature.Levels) train;
        String fill =
                mostFrequent(IntStream.of(words.codes()).filter(c -> c >= 0).mapToObj(words.labels()::get), "");
        return Columns.of(column -> Stream.of(filled((Feature.Levels) column, fill)));
    }

    private double number(double[] known) {
        if (known.length == 0) {
            return 0;
        }
        return switch (this) {
            case MEAN -> Arrays.stream(known).sum() / known.length;
            case MOST_FREQUENT -> mostFrequent(Arrays.stream(known).boxed(), 0.0);
            default -> median(known);
        };
    }

    private static double median(double[] known) {
        double[] sorted = Arrays.stream(known).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static <T extends Comparable<T>> T mostFrequent(Stream<T> values, T ifNone) {
        Map<T, Long> counts = values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<T, Long>comparingByValue()
                        .thenComparing(Map.Entry.<T, Long>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(ifNone);
    }

    private static Feature filled(Feature.Numbers column, double fill) {
        return new Feature.Numbers(
                column.name(),
                Arrays.stream(column.x())
                        .map(v -> Double.isFinite(v) ? v : fill)
                        .toArray());
    }

    private static Feature filled(Feature.Levels column, String fill) {
        int known = column.labels().indexOf(fill);
        List<String> labels = known >= 0
                ? column.labels()
                : Stream.concat(column.labels().stream(), Stream.of(fill)).toList();
        int code = labels.indexOf(fill);
        return new Feature.Levels(
                column.name(),
                IntStream.of(column.codes()).map(c -> c < 0 ? code : c).toArray(),
                labels);
    }
}
