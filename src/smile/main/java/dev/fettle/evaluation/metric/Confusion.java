package dev.fettle.evaluation.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often which class was taken for which.
 *
 * @param counts {@code [right][predicted]}
 */
record Confusion(int[][] counts) {
    /** A score of the likeliest classes; NaN if any probability is. */
    static double score(int[] y, double[][] p, ToDoubleFunction<Confusion> of) {
        int k = p[0].length;
        int[][] counts = new int[k][k];
        for (int i = 0; i < y.length; i++) {
            int likeliest = likeliest(p[i]);
            if (likeliest < 0) {
                return Double.NaN;
            }
            counts[y[i]][likeliest]++;
        }
        return of.applyAsDouble(new Confusion(counts));
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
    int rows() {
        return IntStream.range(0, classes()).map(this::row).sum();
    }

    /** Rows that were taken for what they are. */
    int hits() {
        return IntStream.range(0, classes()).map(c -> counts[c][c]).sum();
    }

    /** Rows of a class. */
    int row(int c) {
        return IntStream.of(counts[c]).sum();
    }

    /** Rows that were taken for a class. */
    int column(int c) {
        return IntStream.range(0, classes()).map(r -> counts[r][c]).sum();
    }

    double accuracy() {
        return (double) hits() / rows();
    }

    /** Over the classes that occur. */
    double balancedAccuracy() {
        double sum = 0;
        int occur = 0;
        for (int c = 0; c < classes(); c++) {
            int row = row(c);
            sum += row > 0 ? (double) counts[c][c] / row : 0;
            occur += row > 0 ? 1 : 0;
        }
        return sum / occur;
    }

    /** Σ over the classes of rows that are of it times rows that were taken for it: n² times what chance agrees on. */
    private double chance() {
        double sum = 0;
        for (int c = 0; c < classes(); c++) {
            sum += (double) row(c) * column(c);
        }
        return sum;
    }

    /** Matthews' correlation for any number of classes (Gorodkin, 2004, equation 8); 0 where a side has one class alone. */
    double correlation() {
        double n = rows();
        double right = n * n;
        double said = n * n;
        for (int c = 0; c < classes(); c++) {
            right -= (double) row(c) * row(c);
            said -= (double) column(c) * column(c);
        }
        return right > 0 && said > 0 ? (n * hits() - chance()) / Math.sqrt(right * said) : 0;
    }

    /** Cohen's kappa, 1960; 1 where both sides are the same class alone. */
    double kappa() {
        double n = rows();
        double apart = n * n - chance();
        return apart > 0 ? 1 - n * (n - hits()) / apart : 1;
    }
}
