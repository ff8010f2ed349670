package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
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
}
