package dev.fettle.sampler.bayes;

import java.util.Arrays;

/** Squared distances between rows of features, in loops that the compiler vectorises. */
final class Distances {
    private Distances() {}

    /** Fills {@code row[0..i]} with the scaled squared distances of row i to those up to it. */
    static void below(double[][] columns, double[] weights, int i, double[] row) {
        Arrays.fill(row, 0, i + 1, 0);
        for (int f = 0; f < columns.length; f++) {
            add(row, columns[f], columns[f][i], weights[f], i + 1);
        }
    }

    /** {@code [n]} the scaled squared distances of a place to all rows. */
    static double[] to(double[][] columns, double[] weights, double[] place, int n) {
        double[] row = new double[n];
        for (int f = 0; f < columns.length; f++) {
            add(row, columns[f], place[f], weights[f], n);
        }
        return row;
    }

    private static void add(double[] row, double[] column, double z, double weight, int n) {
        for (int j = 0; j < n; j++) {
            double gap = z - column[j];
            row[j] = Math.fma(weight * gap, gap, row[j]);
        }
    }

    /** Σ_j&lt;i weights_j·(z_i − z_j)², in two sums. */
    static double weighed(double[] column, double[] weights, int i) {
        double z = column[i];
        int j = 0;
        double a = 0;
        double b = 0;
        for (; j + 1 < i; j += 2) {
            double gap = z - column[j];
            double next = z - column[j + 1];
            a = Math.fma(weights[j] * gap, gap, a);
            b = Math.fma(weights[j + 1] * next, next, b);
        }
        if (j < i) {
            double gap = z - column[j];
            a = Math.fma(weights[j] * gap, gap, a);
        }
        return a + b;
    }
}
