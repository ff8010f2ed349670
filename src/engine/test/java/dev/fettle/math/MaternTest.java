package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaternTest {
    /** Against mpmath with 50 digits. */
    @ParameterizedTest(name = "D = {0}")
    @CsvSource({
        "0, 1.0, -0.833333333333333333",
        "1e-12, 0.999999999999166667, -0.833333333331250003",
        "0.01, 0.991759236171177622, -0.815360065022133637",
        "0.3, 0.800619022151148907, -0.544752245176760362",
        "1, 0.523994108831820311, -0.288220193942647827",
        "4, 0.138660219138504277, -0.0520896770961594368",
        "50, 0.0000136090990012861855, -1.90381017260013314e-6",
        "200, 6.75820905488728909e-12, -5.02044594601371181e-13"
    })
    void valuesAndSlopes(double d, double value, double slope) {
        double[] row = {d, 7};
        double[] slopes = {Double.NaN, 7};
        Matern.values(row, slopes, 1);
        assertThat(row[0] / value).isCloseTo(1, within(1e-12));
        assertThat(slopes[0] / slope).isCloseTo(1, within(1e-12));
        assertThat(row[1]).isEqualTo(7);
        assertThat(slopes[1]).isEqualTo(7);
        double[] plain = {d};
        Matern.values(plain, 1);
        assertThat(plain[0]).isEqualTo(row[0]);
    }

    @ParameterizedTest(name = "D = {0}")
    @ValueSource(doubles = {0.02, 0.7, 3, 30})
    void theSlopeIsThatOfTheValue(double d) {
        double h = 1e-5 * d;
        double[] ends = {d + h, d - h};
        Matern.values(ends, 2);
        double[] row = {d};
        double[] slope = new double[1];
        Matern.values(row, slope, 1);
        assertThat((ends[0] - ends[1]) / (2 * h) / slope[0]).isCloseTo(1, within(1e-7));
    }

    @ParameterizedTest(name = "D = {0}")
    @ValueSource(doubles = {320, 1e10, Double.POSITIVE_INFINITY})
    void farAwayIsNothing(double d) {
        double[] row = {d};
        Matern.values(row, 1);
        assertThat(row[0]).isBetween(0.0, 1e-14);
    }
}
