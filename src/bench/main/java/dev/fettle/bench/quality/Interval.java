package dev.fettle.bench.quality;

import java.util.List;
import java.util.Locale;

/** A figure with its 95 % bootstrap interval (percentiles; Efron and Tibshirani, 1993, chapter 13). */
record Interval(double value, double low, double high) {
    /** From the figure and those of the resamples. */
    static Interval of(double value, List<Double> resampled) {
        double[] all = resampled.stream().mapToDouble(v -> v).toArray();
        return new Interval(value, Sample.quantile(all, 0.025), Sample.quantile(all, 0.975));
    }

    String text(int digits) {
        String number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " [" + number + ", " + number + "]", value, low, high);
    }
}
