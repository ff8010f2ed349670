package dev.fettle.mlp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of a data set with their targets.
 *
 * @param x {@code [size, made a multiple of four][at least features]}; where numbers are missing they are finite
 * @param y {@code [outputs][at least size]}: one-hot classes, the second of two classes as 0 and 1, or values
 * @param size how many rows count
 * @param norm no row has a greater norm
 */
record Samples(double[][] x, double[][] y, int size, double norm) {
    /**
     * Copies rows into the room that {@link Products} wants.
     *
     * @param rows {@code [n][p]}
     * @param y {@code [outputs][n]}, taken as it is
     */
    static Samples of(double[][] rows, double[][] y) {
        int n = rows.length;
        int features = n == 0 ? 0 : rows[0].length;
        double[][] x = new Room(IntStream.generate(() -> features).limit(Room.fours(n))).take(Room.fours(n));
        double norm = 0;
        for (int i = 0; i < n; i++) {
            System.arraycopy(rows[i], 0, x[i], 0, features);
            norm = Math.max(norm, Math.sqrt(Rows.dot(rows[i], rows[i], features)));
        }
        return new Samples(x, y, n, norm);
    }

    /** Room for {@code count} of these samples. */
    Samples room(int count) {
        double[][] rows = new double[Room.fours(count)][];
        Arrays.fill(rows, x[0]);
        return new Samples(rows, new double[y.length][count], count, norm);
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
        return new Samples(room.x, room.y, to - from, norm);
    }
}
