package dev.fettle.math;

import java.util.stream.DoubleStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.jspecify.annotations.Nullable;

/**
 * The axes of a symmetric matrix, by the QL algorithm of Hipparchus, which is plain Java and so gives the same bits on every
 * machine. Nobody may write into the arrays, so it is for any thread.
 *
 * @param values {@code [n]} the eigenvalues, in no particular order
 * @param vectors {@code [n][n]}: {@code vectors[i][k]} is coordinate i of the axis of {@code values[k]}; axes have length 1
 *     and stand at right angles
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final double ROUNDING = 1e-14;

    /** Of the unit matrix: all values 1, the axes those of the coordinates. */
    public static SymmetricEigen unit(int n) {
        double[] values = new double[n];
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            values[i] = 1;
            vectors[i][i] = 1;
        }
        return new SymmetricEigen(values, vectors);
    }

    /**
     * Of any symmetric matrix.
     *
     * @param matrix {@code [n][n]}, 1 ≤ n; not changed
     * @return null if an entry is not finite, or the iteration does not end
     */
    public static @Nullable SymmetricEigen of(double[][] matrix) {
        for (double[] row : matrix) {
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    return null;
                }
            }
        }
        try {
            EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(matrix));
            return new SymmetricEigen(eigen.getEigenvalues(), eigen.getV().getData());
        } catch (MathRuntimeException e) {
            return null;
        }
    }

    /** {@code [n]} A⁺·b along the axes whose values are above 1e-14 of the largest; below is nothing but rounding. */
    public double[] solve(double[] b) {
        return solve(b, ROUNDING * DoubleStream.of(values).max().orElse(0));
    }

    /**
     * {@code [n]} A⁺·b: of the x with the least |Ax − b| the shortest, along the axes alone that are long enough (Golub and Van
     * Loan, 2013, section 5.5.2).
     *
     * @param b {@code [n]}; not changed
     * @param least an axis counts if its value is above; at least 0
     */
    public double[] solve(double[] b, double least) {
        double[] x = new double[b.length];
        for (int k = 0; k < b.length; k++) {
            if (values[k] > least) {
                double along = 0;
                for (int j = 0; j < b.length; j++) {
                    along = Math.fma(vectors[j][k], b[j], along);
                }
                along /= values[k];
                for (int j = 0; j < b.length; j++) {
                    x[j] = Math.fma(along, vectors[j][k], x[j]);
                }
            }
        }
        return x;
    }
}
