package dev.fettle.bench.quality;

import java.util.Arrays;

/** Orders of samples, which need not be sorted and hold at least one number. */
final class Sample {
    private Sample() {}

    /** The middle, of an even number the mean of the two in the middle. */
    static double median(double[] values) {
        double[] sorted = sorted(values);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The value of the sample that is nearest to a share of its order, from 0 to 1; of halves the upper. */
    static double quantile(double[] values, double share) {
        double[] sorted = sorted(values);
        return sorted[Math.min(sorted.length - 1, (int) (share * (sorted.length - 1) + 0.5))];
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
