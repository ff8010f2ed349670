package dev.fettle.learner.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.math.ColumnMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {
    private static final double[][] ROWS = {{0.3, -1, 2}, {0, 0, 0}, {1.5, 0.25, -0.7}};

    @ParameterizedTest
    @EnumSource
    void theDiagonalIsEachRowAndItself(Kernel.Form form) {
        Kernel kernel = new Kernel(form, 0.7, 0.2, 3);
        ColumnMatrix rows = ColumnMatrix.of(ROWS);
        double[] diagonal = kernel.diagonal(rows);
        for (int i = 0; i < ROWS.length; i++) {
            assertThat(diagonal[i]).isEqualTo(kernel.values(rows, ROWS[i])[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 12})
    void polyIsAPower(int degree) {
        double[] k = new Kernel(Kernel.Form.POLY, 0.7, 0.2, degree).values(ColumnMatrix.of(ROWS), ROWS[0]);
        double[] products = {5.09, 0, -1.2};
        for (int i = 0; i < k.length; i++) {
            double power = StrictMath.pow(0.7 * products[i] + 0.2, degree);
            assertThat(k[i]).isCloseTo(power, within(1e-13 * Math.abs(power)));
        }
    }

    @Test
    void aDegreeMayBeHuge() {
        double[][] rows = {{1}, {0.5}, {-1}, {-1.5}};
        double[] k = new Kernel(Kernel.Form.POLY, 1, 0, Integer.MAX_VALUE).values(ColumnMatrix.of(rows), rows[0]);
        assertThat(k).containsExactly(1, 0, -1, Double.NEGATIVE_INFINITY);
    }
}
