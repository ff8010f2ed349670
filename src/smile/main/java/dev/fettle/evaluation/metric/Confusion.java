package dev.fettle.evaluation.metric;

import java.util.stream.IntStream;

/**
 * How often which class was taken for which.
 *
 * @param counts {@code [right][predicted]}
 */
record Confusion(int[][] counts) {
    static Confusion of(int[] y, double[][] p) {
        int k = p[0].length;
        int[][] counts = new int[k][k];
        for (int i = 0; i < y.length; i++) {
            counts[y[i]][likeliest(p[i])]++;
        }
        return new Confusion(counts);
    }

    /** The class with the highest probability; of equals the first. */
    static int likeliest(double[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) {
            if (p[k] > p[best]) {
                best = k;
            }
        }
        return best;
    }

    private int row(int c) {
        return IntStream.of(counts[c]).sum();
    }

    private int column(int c) {
        return IntStream.range(0, counts.length).map(r -> counts[r][c]).sum();
    }

    /** Over the classes that occur. */
    double balancedAccuracy() {
        return IntStream.range(0, counts.length)
                .filter(c -> row(c) > 0)
                .mapToDouble(c -> (double) counts[c][c] / row(c))
                .average()
                .orElse(Double.NaN);
    }

    /** Over the classes that occur or were predicted. */
    double macroF1() {
        return IntStream.range(0, counts.length)
                .filter(c -> row(c) + column(c) > 0)
                .mapToDouble(c -> 2.0 * counts[c][c] / (row(c) + column(c)))
                .average()
                .orElse(Double.NaN);
    }
}
