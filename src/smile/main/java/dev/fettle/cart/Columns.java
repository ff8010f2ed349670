package dev.fettle.cart;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Features column by column, each value by its rank among the different values of its column: sorted once, for all trees of
 * an ensemble. Immutable, for any thread.
 */
public final class Columns {
    /** Counting goes over all ranks of a column; sorting is faster for rows that are fewer by this factor. */
    private static final int SPARSE = 4;

    /** {@code [p][…]} the different values of a column, rising. */
    private final double[][] levels;
    /** {@code [p][n]}. */
    private final int[][] ranks;

    private Columns(double[][] levels, int[][] ranks) {
        this.levels = levels;
        this.ranks = ranks;
    }

    /**
     * The columns of a matrix.
     *
     * @param x {@code [n][p]}, without NaN, at least one row
     */
    public static Columns of(double[][] x) {
        int p = x[0].length;
        double[][] levels = new double[p][];
        int[][] ranks = new int[p][];
        for (int c = 0; c < p; c++) {
            int column = c;
            // There is one zero.
            double[] values =
                    Arrays.stream(x).mapToDouble(row -> row[column] + 0.0).toArray();
            double[] different = different(values);
            levels[c] = different;
            ranks[c] = Arrays.stream(values)
                    .mapToInt(v -> Arrays.binarySearch(different, v))
                    .toArray();
        }
        return new Columns(levels, ranks);
    }

    /** Rising; a set of boxes, as of {@code distinct()}, would take many times the column. */
    private static double[] different(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (double v : sorted) {
            if (count == 0 || sorted[count - 1] < v) {
                sorted[count++] = v;
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** n. */
    public int rows() {
        return ranks[0].length;
    }

    /** p. */
    public int features() {
        return ranks.length;
    }

    int rank(int feature, int row) {
        return ranks[feature][row];
    }

    /** Halfway between two ranks: at least the lower value, and below the upper one. */
    double between(int feature, int lower, int upper) {
        double low = levels[feature][lower];
        double high = levels[feature][upper];
        double middle = low / 2 + high / 2;
        return middle >= low && middle < high ? middle : low;
    }

    /** Rows from..to in the order of a feature, equal ones as they stand, to the beginning of {@code sorted}. */
    void sort(int feature, int[] rows, int from, int to, int[] sorted) {
        int[] rank = ranks[feature];
        int count = levels[feature].length;
        if (count > (long) SPARSE * (to - from)) {
            long[] keys = IntStream.range(from, to)
                    .mapToLong(i -> (long) rank[rows[i]] << 32 | rows[i])
                    .sorted()
                    .toArray();
            for (int i = 0; i < keys.length; i++) {
                sorted[i] = (int) keys[i];
            }
            return;
        }
        int[] next = new int[count + 1];
        for (int i = from; i < to; i++) {
            next[rank[rows[i]] + 1]++;
        }
        for (int r = 0; r < count; r++) {
            next[r + 1] += next[r];
        }
        for (int i = from; i < to; i++) {
            sorted[next[rank[rows[i]]]++] = rows[i];
        }
    }
}
