package dev.fettle.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Ours and a peer's measurements of the same thing, taken in turn.
 *
 * @param our of at least two rounds, positive
 * @param their as many, positive
 */
record Paired(double[] our, double[] their) {
    /** The peer's median over ours, and a 95 % interval of the paired ratios (Student's t on logarithms). */
    String ratio() {
        int n = our.length;
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            logs[i] = Math.log(their[i] / our[i]);
        }
        double mean = Arrays.stream(logs).average().orElse(Double.NaN);
        double squares = Arrays.stream(logs).map(v -> (v - mean) * (v - mean)).sum();
        double half = n < 2 ? Double.NaN : Student.quantile975(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return String.format(
                Locale.ROOT,
                "%.1f× [%.1f, %.1f]",
                median(their) / median(our),
                Math.exp(mean - half),
                Math.exp(mean + half));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }
}
