package dev.fettle.evaluation.metric;

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

    double accuracy() {
        int right = IntStream.range(0, counts.length).map(c -> counts[c][c]).sum();
        return (double) right / IntStream.range(0, counts.length).map(this::row).sum();
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
