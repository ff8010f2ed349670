package dev.fettle.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The factor of a symmetric positive definite matrix A = UᵀU, U upper triangular (Golub and Van Loan, 2013, section 4.2.5,
 * the outer product form, whose inner loops are sums of rows). Immutable, for any thread.
 */
public final class Cholesky {
    /** {@code [n]} rows of which the first i entries of row i are not looked at; they may be longer than n. */
    private final double[][] u;

    private final Runnable pause;

    private Cholesky(double[][] u, Runnable pause) {
        this.u = u;
        this.pause = pause;
    }

    /**
     * Factors a matrix.
     *
     * @param a {@code [n][n]}, of which the entries right of the diagonal and on it are read; overwritten, and kept
     * @return null unless the matrix is positive definite in floating point; so where there is a NaN
     */
    public static @Nullable Cholesky of(double[][] a) {
        return of(a, () -> {});
    }

    /**
     * Factors a matrix that may be large.
     *
     * @param pause is run every few rows, here and by {@link #inverse}; what it throws ends them
     */
    public static @Nullable Cholesky of(double[][] a, Runnable pause) {
        int n = a.length;
        for (int k = 0; k < n; k += 4) {
            pause.run();
            int end = Math.min(n, k + 4);
            if (!panel(a, k, end)) {
                return null;
            }
            for (int i = end; end == k + 4 && i < n; i++) {
                Vectors.add(
                        a[i],
                        -a[k][i],
                        a[k],
                        -a[k + 1][i],
                        a[k + 1],
                        -a[k + 2][i],
                        a[k + 2],
                        -a[k + 3][i],
                        a[k + 3],
                        i,
                        n);
            }
        }
        return new Cholesky(a, pause);
    }

    /** Rows from k to end, of which none has yet subtracted the others. */
    private static boolean panel(double[][] a, int k, int end) {
        int n = a.length;
        for (int i = k; i < end; i++) {
            for (int j = k; j < i; j++) {
                Vectors.add(a[i], -a[j][i], a[j], i, n);
            }
            double pivot = a[i][i];
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            Vectors.scale(a[i], 1 / Math.sqrt(pivot), i, n);
        }
        return true;
    }

    /** ln det A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += StrictMath.log(u[i][i]);
        }
        return 2 * sum;
    }

    /** b becomes the z with Uᵀz = b, so that z·z = bᵀA⁻¹b. */
    public void forward(double[] b) {
        int n = u.length;
        for (int k = 0; k < n; k++) {
            b[k] /= u[k][k];
            Vectors.add(b, -b[k], u[k], k + 1, n);
        }
    }

    /** z becomes the x with Ux = z. */
    public void backward(double[] z) {
        int n = u.length;
        for (int k = n - 1; k >= 0; k--) {
            z[k] = (z[k] - Vectors.dot(u[k], z, k + 1, n)) / u[k][k];
        }
    }

    /** b becomes A⁻¹b. */
    public void solve(double[] b) {
        forward(b);
        backward(b);
    }

    /**
     * {@link #forward} of many columns at once.
     *
     * @param b {@code [n][columns]}
     */
    public void forward(double[][] b, int columns) {
        int n = u.length;
        for (int i = 0; i < n; i++) {
            int k = 0;
            for (; k + 3 < i; k += 4) {
                Vectors.add(
                        b[i],
                        -u[k][i],
                        b[k],
                        -u[k + 1][i],
                        b[k + 1],
                        -u[k + 2][i],
                        b[k + 2],
                        -u[k + 3][i],
                        b[k + 3],
                        0,
                        columns);
            }
            for (; k < i; k++) {
                Vectors.add(b[i], -u[k][i], b[k], 0, columns);
            }
            Vectors.scale(b[i], 1 / u[i][i], 0, columns);
        }
    }

    /** {@code [n][n]} A⁻¹, of which the entries left of the diagonal and on it are filled. */
    public double[][] inverse() {
        double[][] w = inverseFactor();
        int n = u.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            pause.run();
            int k = i;
            for (; k + 3 < n; k += 4) {
                Vectors.add(
                        inverse[i],
                        w[k][i],
                        w[k],
                        w[k + 1][i],
                        w[k + 1],
                        w[k + 2][i],
                        w[k + 2],
                        w[k + 3][i],
                        w[k + 3],
                        0,
                        i + 1);
            }
            for (; k < n; k++) {
                Vectors.add(inverse[i], w[k][i], w[k], 0, i + 1);
            }
        }
        return inverse;
    }

    /** {@code [n][n]} the lower triangular inverse of Uᵀ. */
    private double[][] inverseFactor() {
        int n = u.length;
        double[][] w = new double[n][n];
        for (int k = 0; k < n; k++) {
            pause.run();
            int j = 0;
            for (; j + 3 < k; j += 4) {
                Vectors.add(
                        w[k],
                        -u[j][k],
                        w[j],
                        -u[j + 1][k],
                        w[j + 1],
                        -u[j + 2][k],
                        w[j + 2],
                        -u[j + 3][k],
                        w[j + 3],
                        0,
                        j + 4);
            }
            for (; j < k; j++) {
                Vectors.add(w[k], -u[j][k], w[j], 0, j + 1);
            }
            w[k][k] = 1;
            Vectors.scale(w[k], 1 / u[k][k], 0, k + 1);
        }
        return w;
    }

    /**
     * The factor of a matrix with one more row and column.
     *
     * @param column {@code [n]} what stands above the new diagonal; not changed
     * @return null unless the grown matrix is positive definite in floating point
     */
    public @Nullable Cholesky plus(double[] column, double diagonal) {
        int n = u.length;
        double[] z = Arrays.copyOf(column, n + 1);
        forward(z);
        double pivot = diagonal - Vectors.dot(z, z, 0, n);
        if (!(pivot > 0)) {
            return null;
        }
        double[][] grown = new double[n + 1][];
        for (int i = 0; i < n; i++) {
            grown[i] = Arrays.copyOf(u[i], n + 1);
            grown[i][n] = z[i];
        }
        grown[n] = new double[n + 1];
        grown[n][n] = Math.sqrt(pivot);
        return new Cholesky(grown, pause);
    }
}
