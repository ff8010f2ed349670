package dev.fettle.math;

import java.io.Serializable;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.MathUtils;

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

    /**
     * {@code [p]} the w with the least |Xw − y|², and of many the shortest, along the axes alone that are longer than rounding
     * (Golub and Van Loan, 2013, sections 5.3.3 and 5.5.2).
     *
     * @param y {@code [n]}; not changed
     * @throws ArithmeticException if an entry is not finite, or the iteration does not end
     */
    public double[] leastSquares(double[] y) {
        int p = columns.length;
        try {
            Arrays.stream(columns).forEach(MathUtils::checkFinite);
            if (rows <= p) {
                return shortest(MatrixUtils.createRealMatrix(columns).transpose(), y);
            }
            // In the factor R of X and y together the column of y is Qᵀy, so Q itself is not needed.
            RealMatrix both = MatrixUtils.createRealMatrix(rows, p + 1);
            for (int j = 0; j < p; j++) {
                both.setColumn(j, columns[j]);
            }
            both.setColumn(p, y);
            RealMatrix r = new QRDecomposition(both).getR();
            return shortest(r.getSubMatrix(0, p - 1, 0, p - 1), Arrays.copyOf(r.getColumn(p), p));
        } catch (MathRuntimeException e) {
            throw new ArithmeticException("Least squares must have finite numbers. Maybe scaled features.");
        }
    }

    private double[] shortest(RealMatrix x, double[] y) {
        SingularValueDecomposition axes = new SingularValueDecomposition(x);
        double[] lengths = axes.getSingularValues();
        double least = Math.ulp(lengths[0]) * Math.max(rows, columns.length);
        double[] along = axes.getUT().operate(y);
        for (int k = 0; k < lengths.length; k++) {
            along[k] = lengths[k] > least ? along[k] / lengths[k] : 0;
        }
        return axes.getV().operate(along);
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
