package dev.fettle.mlp;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a data set with their targets.
 *
 * @param x {@code [size, made a multiple of four][at least features]}; where numbers are missing they are finite
 * @param y {@code [outputs][at least size]}: one-hot classes, the second of two classes as 0 and 1, or values
 * @param weights {@code [at least size]}: how much each row counts, above 0; null if all count alike
 * @param size how many rows there are
 * @param norm no row has a greater norm
 */
record Samples(double[][] x, double[][] y, double @Nullable [] weights, int size, double norm) {
    /**
     * Copies rows into the room that {@link Products} wants.
     *
     * @param rows {@code [n][p]}
     * @param y {@code [outputs][n]}, taken as it is
     */
    static Samples of(double[][] rows, double[][] y) {
        return of(rows, y, null);
    }

    /** The same where rows count differently. */
    static Samples of(double[][] rows, double[][] y, double @Nullable [] weights) {
        int n = rows.length;
        int features = n == 0 ? 0 : rows[0].length;
        double[][] x = new Room(IntStream.generate(() -> features).limit(Room.fours(n))).take(Room.fours(n));
        double norm = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], 0, x[i], 0, features);
            norm = Math.max(norm, Math.sqrt(Rows.dot(rows[i], rows[i], features)));
        }
        return new Samples(x, y, weights, n, norm);
    }

    /** Room for {@code count} of these samples. */
    Samples room(int count) {
        double[][] rows = new double[Room.fours(count)][];
        Arrays.fill(rows, x[0]);
        return new Samples(rows, new double[y.length][count], weights == null ? null : new double[count], count, norm);
    }

    /** The samples {@code order[from]} … {@code order[to − 1]}, put into {@code room}. */
    Samples gather(int[] order, int from, int to, Samples room) {
        for (int i = from; i < to; i++) {
            room.x[i - from] = x[order[i]];
        }
        for (int k = 0; k < y.length; k++) {
            double[] source = y[k];
            double[] target = room.y[k];
            for (int i = from; i < to; i++) {
                target[i - from] = source[order[i]];
            }
        }
        if (weights != null && room.weights != null) {
            for (int i = from; i < to; i++) {
                room.weights[i - from] = weights[order[i]];
            }
        }
        return new Samples(room.x, room.y, room.weights, to - from, norm);
    }

    /** How much each row counts, as the weights say or ones {@code [at least size]}; not to be written into. */
    double[] counts() {
        if (weights != null) {
            return weights;
        }
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How much all rows count together. */
    double total() {
        return weights == null ? size : Rows.sum(weights, size);
    }
}
