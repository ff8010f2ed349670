package dev.fettle.mlp;

/**
 * Rows of a data set turned round, so that a feature is an array over the samples.
 *
 * @param x {@code [features][at least size]}
 * @param y {@code [outputs][at least size]}: one-hot classes, the second of two classes as 0 and 1, or values
 * @param size how many columns count
 */
record Samples(double[][] x, double[][] y, int size) {
    /** Room for {@code columns} samples of the same width. */
    Samples room(int columns) {
        return new Samples(new double[x.length][columns], new double[y.length][columns], columns);
    }

    /** The columns {@code order[from]} … {@code order[to − 1]}, copied into {@code room}. */
    Samples gather(int[] order, int from, int to, Samples room) {
        gather(x, order, from, to, room.x);
        gather(y, order, from, to, room.y);
        return new Samples(room.x, room.y, to - from);
    }

    private static void gather(double[][] source, int[] order, int from, int to, double[][] target) {
        for (int r = 0; r < source.length; r++) {
            double[] s = source[r];
            double[] t = target[r];
            for (int i = from; i < to; i++) {
                t[i - from] = s[order[i]];
            }
        }
    }

    /** {@code rows[n][p]} as {@code [p][n]}. */
    static double[][] transpose(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < width; c++) {
                columns[c][r] = rows[r][c];
            }
        }
        return columns;
    }
}
