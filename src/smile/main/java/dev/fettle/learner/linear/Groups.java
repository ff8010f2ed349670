package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of each class, around the class's own means.
 *
 * @param classes how many the target knows
 * @param present those that have a row, rising
 * @param shares {@code [present]} of all rows
 * @param rows one for each that is present
 */
record Groups(int classes, int[] present, double[] shares, List<Centered> rows) {
    static Groups of(Dataset train) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        int[] y = target.y();
        int classes = target.labels().size();
        int[] present = IntStream.of(y).distinct().sorted().toArray();
        List<Centered> rows = Arrays.stream(present)
                .mapToObj(c -> Centered.of(IntStream.range(0, y.length)
                        .filter(i -> y[i] == c)
                        .mapToObj(i -> train.x()[i])
                        .toArray(double[][]::new)))
                .toList();
        double[] shares =
                rows.stream().mapToDouble(r -> (double) r.x().rows() / y.length).toArray();
        return new Groups(classes, present, shares, rows);
    }

    /** {@code [p]} the means of all rows. */
    double[] middle() {
        double[] middle = new double[rows.get(0).means().length];
        for (int k = 0; k < shares.length; k++) {
            for (int j = 0; j < middle.length; j++) {
                middle[j] += shares[k] * rows.get(k).means()[j];
            }
        }
        return middle;
    }

    /** {@code [p][p]} the mean products within the classes. */
    double[][] covariance() {
        int n = rows.stream().mapToInt(r -> r.x().rows()).sum();
        int p = rows.get(0).means().length;
        double[][] sums = new double[p][p];
        for (Centered of : rows) {
            double[][] products = of.products();
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    sums[i][j] += products[i][j] / n;
                }
            }
        }
        return sums;
    }
}
