package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    private static double[][] symmetric(int n) {
        Random random = new Random(n);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextDouble(-1, 1);
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 40})
    void axesAndValuesGiveTheMatrixBack(int n) {
        double[][] a = symmetric(n);
        SymmetricEigen e = Objects.requireNonNull(SymmetricEigen.of(a));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                double angle = 0;
                for (int k = 0; k < n; k++) {
                    sum += e.vectors()[i][k] * e.values()[k] * e.vectors()[j][k];
                    angle += e.vectors()[k][i] * e.vectors()[k][j];
                }
                assertThat(sum).isCloseTo(a[i][j], within(1e-12));
                assertThat(angle).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void whatIsNotFiniteHasNoAxes() {
        assertThat(SymmetricEigen.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
                .isNull();
        assertThat(SymmetricEigen.of(new double[][] {{Double.POSITIVE_INFINITY}}))
                .isNull();
    }

    @Test
    void theUnitMatrixHasTheAxesOfTheCoordinates() {
        assertThat(SymmetricEigen.unit(2).values()).containsExactly(1, 1);
        assertThat(SymmetricEigen.unit(2).vectors()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});
        assertThat(SymmetricEigen.unit(0).values()).isEmpty();
    }

    @Test
    void solvesAlongTheAxesThatAreLongEnough() {
        SymmetricEigen regular = Objects.requireNonNull(SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}}));
        assertThat(regular.solve(new double[] {3, 0}, 0)).containsExactly(new double[] {2, -1}, within(1e-14));
        SymmetricEigen flat = Objects.requireNonNull(SymmetricEigen.of(new double[][] {{1, 1}, {1, 1}}));
        assertThat(flat.solve(new double[] {4, 0}, 1e-9)).containsExactly(new double[] {1, 1}, within(1e-14));
        assertThat(flat.solve(new double[] {4, 0})).containsExactly(new double[] {1, 1}, within(1e-14));
        assertThat(flat.solve(new double[] {4, 0}, 3)).containsOnly(0);
    }
}
