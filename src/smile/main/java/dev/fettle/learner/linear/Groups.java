package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The rows of each class, around the class's own means.
 *
 * @param classes how many the target knows
 * @param present those that have a row, rising
 * @param shares {@code [present]} of the weight of all rows
 * @param rows one for each that is present
 */
record Groups(int classes, int[] present, double[] shares, List<Centered> rows) {
    static Groups of(Dataset train) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        double[] weights = train.weights();
        int[][] rowsOf = target.rowsByClass();
        int[] present = IntStream.range(0, rowsOf.length)
                .filter(c -> rowsOf[c].length > 0)
                .toArray();
        List<Centered> rows = Arrays.stream(present)
                .mapToObj(c -> Centered.of(
                        IntStream.of(rowsOf[c]).mapToObj(i -> train.x()[i]).toArray(double[][]::new),
                        IntStream.of(rowsOf[c]).mapToDouble(i -> weights[i]).toArray()))
                .toList();
        double all = DoubleStream.of(weights).sum();
        double[] shares = rows.stream().mapToDouble(r -> r.weight() / all).toArray();
        return new Groups(rowsOf.length, present, shares, rows);
    }

    /** {@code [p]} the weighted means of all rows. */
    double[] middle() {
        double[] middle = new double[rows.get(0).means().length];
        for (int k = 0; k < shares.length; k++) {
            for (int j = 0; j < middle.length; j++) {
                middle[j] += shares[k] * rows.get(k).means()[j];
            }
        }
        return middle;
    }

    /**
     * {@code [p][p]} the mean covariance within the classes.
     *
     * @param within what is taken for that of a class
     */
    double[][] covariance(Function<Centered, double[][]> within) {
        int p = rows.get(0).means().length;
        double[][] sums = new double[p][p];
        for (int k = 0; k < shares.length; k++) {
            double[][] covariance = within.apply(rows.get(k));
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    sums[i][j] += shares[k] * covariance[i][j];
                }
            }
        }
        return sums;
    }
}
