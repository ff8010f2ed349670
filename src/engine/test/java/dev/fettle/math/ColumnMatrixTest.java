package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ColumnMatrixTest {
    private static double[][] rows(int n, int p) {
        RandomGenerator random = new Seed(n + 100L * p).random();
        double[][] rows = new double[n][p];
        for (double[] row : rows) {
            for (int j = 0; j < p; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return rows;
    }

    @Test
    void productsAndDistancesAreThoseOfTheRows() {
        for (int n : new int[] {1, 4, 7}) {
            for (int p : new int[] {1, 3, 9}) {
                double[][] rows = rows(n, p);
                double[] w = rows(1, p)[0];
                ColumnMatrix x = ColumnMatrix.of(rows);
                double[] sums = x.times(w);
                double[] distances = x.squaredDistances(w);
                double[] back = x.transposedTimes(sums);
                double[] expectedBack = new double[p];
                for (int i = 0; i < n; i++) {
                    double sum = 0;
                    double square = 0;
                    for (int j = 0; j < p; j++) {
                        sum += rows[i][j] * w[j];
                        square += (rows[i][j] - w[j]) * (rows[i][j] - w[j]);
                    }
                    assertThat(sums[i]).isCloseTo(sum, within(1e-13));
                    assertThat(distances[i]).isCloseTo(square, within(1e-13));
                    for (int j = 0; j < p; j++) {
                        expectedBack[j] += rows[i][j] * sum;
                    }
                }
                assertThat(back).containsExactly(expectedBack, within(1e-12));
            }
        }
    }

    @Test
    void aRowIsNowhereElse() {
        double[][] rows = rows(6, 5);
        ColumnMatrix x = ColumnMatrix.of(rows);
        for (int i = 0; i < 6; i++) {
            assertThat(x.squaredDistances(rows[i])[i]).isZero();
        }
    }

    /** What is left stands at right angles to all columns, and w to all that X does not see. */
    @Test
    void leastSquaresAreLeastAndShortest() {
        for (int[] shape : new int[][] {{9, 4}, {4, 4}, {3, 8}, {1, 1}}) {
            ColumnMatrix x = ColumnMatrix.of(rows(shape[0], shape[1]));
            double[] y = rows(1, shape[0])[0];
            double[] w = x.leastSquares(y);
            double[] left = x.times(w);
            for (int i = 0; i < left.length; i++) {
                left[i] -= y[i];
            }
            assertThat(x.transposedTimes(left))
                    .usingComparatorWithPrecision(1e-12)
                    .containsOnly(0);
            ColumnMatrix turned = ColumnMatrix.of(x.columns());
            double[] along = turned.times(turned.leastSquares(w));
            assertThat(along).containsExactly(w, within(1e-12));
        }
    }

    @Test
    void leastSquaresShareAmongEqualColumnsAndGiveNothingToZero() {
        double[] a = rows(1, 50)[0];
        double[] w = new ColumnMatrix(new double[][] {a, a, new double[50]}, 50).leastSquares(a);
        assertThat(w).containsExactly(new double[] {0.5, 0.5, 0}, within(1e-12));
        assertThat(new ColumnMatrix(new double[2][3], 3).leastSquares(new double[] {1, 2, 3}))
                .containsOnly(0);
    }

    @Test
    void leastSquaresOfWhatIsNotFiniteAreRefused() {
        for (int rows : new int[] {1, 3}) {
            double[][] columns = new double[2][rows];
            columns[1][0] = Double.NaN;
            assertThatThrownBy(() -> new ColumnMatrix(columns, rows).leastSquares(new double[rows]))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("Least squares must have finite numbers. Maybe scaled features.");
        }
    }
}
