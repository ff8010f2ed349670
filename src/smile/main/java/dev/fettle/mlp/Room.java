package dev.fettle.mlp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows of zeros, allocated one after another. With its header of 16 bytes each fills whole cache lines, so that all begin
 * at the same place of a line: a loop over several rows is up to a third slower where they do not.
 */
final class Room {
    private final double[][] rows;
    private int taken;

    /** Room for rows of at least these lengths and multiples of four. */
    Room(IntStream lengths) {
        int[] each = lengths.map(n -> (fours(n) + 9) / 8 * 8 - 2).toArray();
        rows = new double[each.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[each[i]];
        }
    }

    /** The next rows, in the order of the lengths. */
    double[][] take(int count) {
        taken += count;
        return Arrays.copyOfRange(rows, taken - count, taken);
    }

    /** The least multiple of four that is not below. */
    static int fours(int n) {
        return (n + 3) / 4 * 4;
    }
}
