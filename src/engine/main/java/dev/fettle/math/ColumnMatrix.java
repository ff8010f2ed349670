package dev.fettle.math;

import java.io.Serializable;

/**
 * A matrix X that is held column by column, so that sums over a column and combinations of columns are straight loops. Sums
 * have a fixed order. Immutable as long as nobody writes into the arrays; for any thread.
 *
 * <pre>{@code
 * ColumnMatrix x = ColumnMatrix.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
 * double[] sums = x.times(new double[] {1, 1});  // 3, 7, 11
 * }</pre>
 *
 * @param columns {@code [p][n]}
 * @param rows n
 */
public record ColumnMatrix(double[][] columns, int rows) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Turns rows round.
     *
     * @param rows {@code [n][p]}, at least one; copied
     */
    public static ColumnMatrix of(double[][] rows) {
        return of(rows, rows[0].length);
    }

    /**
     * Turns rows round, which may be none.
     *
     * @param rows {@code [n][width]}; copied
     */
    public static ColumnMatrix of(double[][] rows, int width) {
        double[][] columns = new double[width][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return new ColumnMatrix(columns, rows.length);
    }

    /** {@code [n]} X·w. */
    public double[] times(double[] w) {
        double[] sums = new double[rows];
        for (int j = 0; j < columns.length; j++) {
            Vectors.add(sums, w[j], columns[j], 0, rows);
        }
        return sums;
    }

    /** {@code [p]} Xᵀ·r. */
    public double[] transposedTimes(double[] r) {
        double[] sums = new double[columns.length];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = dot(j, r);
        }
        return sums;
    }

    /** Column j times r. */
    public double dot(int j, double[] r) {
        return Vectors.dot(columns[j], r, 0, rows);
    }

    /** r becomes r + s times column j. */
    public void addTo(double[] r, double s, int j) {
        Vectors.add(r, s, columns[j], 0, rows);
    }

    /** {@code [n]} the squared length of each row minus x; 0 for a row that is x. */
    public double[] squaredDistances(double[] x) {
        double[] squares = new double[rows];
        for (int j = 0; j < columns.length; j++) {
            addSquares(squares, columns[j], x[j]);
        }
        return squares;
    }

    private static void addSquares(double[] squares, double[] column, double x) {
        for (int i = 0; i < squares.length; i++) {
            double apart = column[i] - x;
            squares[i] = Math.fma(apart, apart, squares[i]);
        }
    }
}
