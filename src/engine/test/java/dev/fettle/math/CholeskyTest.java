package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    /** A·Aᵀ + I of a random square. */
    private static double[][] matrix(int n) {
        RandomGenerator random = new Seed(n).random();
        double[][] square = new double[n][n];
        for (double[] row : square) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i][j] += square[i][k] * square[j][k];
                }
            }
            a[i][i] += 1;
        }
        return a;
    }

    private static Cholesky factor(double[][] a) {
        double[][] upper = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < upper.length; i++) {
            Arrays.fill(upper[i], 0, i, Double.NaN);
        }
        return Objects.requireNonNull(Cholesky.of(upper));
    }

    @Test
    void aLongFactoringOrInversionCanBeEnded() {
        int[] left = {20};
        Runnable pause = () -> {
            if (left[0]-- == 0) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> Cholesky.of(matrix(100), pause)).isInstanceOf(CancellationException.class);
        left[0] = 30;
        Cholesky factor = Objects.requireNonNull(Cholesky.of(matrix(100), pause));
        assertThatThrownBy(factor::inverse).isInstanceOf(CancellationException.class);
    }

    private static double[] times(double[][] a, double[] x) {
        return Arrays.stream(a)
                .mapToDouble(row -> Vectors.dot(row, x, 0, x.length))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 64})
    void solvesWhatItFactored(int n) {
        double[][] a = matrix(n);
        double[] x = new double[n];
        Arrays.setAll(x, i -> Math.sin(i + 1));
        double[] b = times(a, x);
        Cholesky factor = factor(a);
        factor.solve(b);
        assertThat(b).containsExactly(x, within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 13})
    void theInverseIsThatOfTheMatrix(int n) {
        double[][] a = matrix(n);
        double[][] inverse = factor(a).inverse();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        for (int i = 0; i < n; i++) {
            double[] unit = times(a, inverse[i]);
            for (int j = 0; j < n; j++) {
                assertThat(unit[j]).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    @Test
    void theDeterminantByHand() {
        assertThat(factor(new double[][] {{4, 2}, {2, 3}}).logDeterminant()).isCloseTo(Math.log(8), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 6})
    void manyColumnsAreManyTimesOne(int n) {
        Cholesky factor = factor(matrix(n));
        double[][] columns = new double[n][3];
        double[][] alone = new double[3][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                columns[i][c] = alone[c][i] = Math.cos(i + 7 * c);
            }
        }
        factor.forward(columns, 3);
        for (int c = 0; c < 3; c++) {
            factor.forward(alone[c]);
            for (int i = 0; i < n; i++) {
                assertThat(columns[i][c]).isCloseTo(alone[c][i], within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9})
    void growingIsFactoringTheLarger(int n) {
        double[][] large = matrix(n + 1);
        double[][] small = new double[n][];
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            small[i] = Arrays.copyOf(large[i], n);
            column[i] = large[i][n];
        }
        Cholesky grown = Objects.requireNonNull(factor(small).plus(column, large[n][n]));
        double[] b = new double[n + 1];
        Arrays.setAll(b, i -> i - 1.5);
        double[] c = b.clone();
        grown.solve(b);
        factor(large).solve(c);
        assertThat(b).containsExactly(c, within(1e-9));
    }

    @Test
    void whatIsNotPositiveDefiniteHasNone() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isNull();
        assertThat(Cholesky.of(new double[][] {{0}})).isNull();
        assertThat(Cholesky.of(new double[][] {{1, Double.NaN}, {0, 1}})).isNull();
        assertThat(Cholesky.of(new double[][] {{Double.POSITIVE_INFINITY}})).isNull();
        assertThat(factor(new double[][] {{1}}).plus(new double[] {1}, 1)).isNull();
    }
}
