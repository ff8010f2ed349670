package dev.fettle.evaluation.metric;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * How often which class was taken for which.
 *
 * @param counts {@code [right][predicted]}, each row by its weight
 * @param seen {@code [class]} whether a row is of it or was taken for it, and be it one that does not count
 */
record Confusion(double[][] counts, boolean[] seen) {
    /** A score of the likeliest classes; NaN if any probability is. */
    static double score(int[] y, double[][] p, double[] w, ToDoubleFunction<Confusion> of) {
        return anyNaN(p) ? Double.NaN : of.applyAsDouble(of(y, p, w));
    }

    /** Of the likeliest classes; no probability is NaN. */
    static Confusion of(int[] y, double[][] p, double[] w) {
        int k = p[0].length;
        double[][] counts = new double[k][k];
        boolean[] seen = new boolean[k];
        for (int i = 0; i < y.length; i++) {
            int likeliest = likeliest(p[i]);
            counts[y[i]][likeliest] += w[i];
            seen[y[i]] = true;
            seen[likeliest] = true;
        }
        return new Confusion(counts, seen);
    }

    /** The class with the highest probability; of equals the first; −1 if one is NaN. */
    static int likeliest(double[] p) {
        int best = 0;
        for (int k = 0; k < p.length; k++) {
            if (Double.isNaN(p[k])) {
                return -1;
            }
            best = p[k] > p[best] ? k : best;
        }
        return best;
    }

    /** Whether any probability is NaN. */
    static boolean anyNaN(double[][] p) {
        return Arrays.stream(p).anyMatch(row -> likeliest(row) < 0);
    }

    int classes() {
        return counts.length;
    }

    /** All rows. */
    double rows() {
        return sum(this::row);
    }

    private double sum(IntToDoubleFunction of) {
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += of.applyAsDouble(c);
        }
        return sum;
    }

    /** Rows that were taken for what they are. */
    double hits() {
        return sum(c -> counts[c][c]);
    }

    /** Rows of a class. */
    double row(int c) {
        return sum(k -> counts[c][k]);
    }

    /** Rows that were taken for a class. */
    double column(int c) {
        return sum(r -> counts[r][c]);
    }

    /** Whether all rows are of one class and were taken for it. */
    boolean isOneClass() {
        int count = 0;
        for (boolean there : seen) {
            count += there ? 1 : 0;
        }
        return count == 1;
    }

    double accuracy() {
        return hits() / rows();
    }

    /** Over the classes that occur. */
    double balancedAccuracy() {
        double sum = 0;
        int occur = 0;
        for (int c = 0; c < classes(); c++) {
            double row = row(c);
            sum += row > 0 ? counts[c][c] / row : 0;
            occur += row > 0 ? 1 : 0;
        }
        return sum / occur;
    }

    /** Σ over the classes of rows that are of it times rows that were taken for it: n² times what chance agrees on. */
    private double chance() {
        return sum(c -> row(c) * column(c));
    }

    /** Matthews' correlation for any number of classes (Gorodkin, 2004, equation 8); 0 where a side has one class alone. */
    double correlation() {
        double n = rows();
        double right = n * n;
        double said = n * n;
        for (int c = 0; c < classes(); c++) {
            right -= row(c) * row(c);
            said -= column(c) * column(c);
        }
        return right > 0 && said > 0 ? (n * hits() - chance()) / Math.sqrt(right * said) : 0;
    }

    /** Cohen's kappa, 1960; NaN where both sides are the same class alone. */
    double kappa() {
        double n = rows();
        double apart = n * n - chance();
        return apart > 0 ? 1 - n * (n - hits()) / apart : Double.NaN;
    }
}
