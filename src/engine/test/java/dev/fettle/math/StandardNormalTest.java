package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
    /** Published to 16 digits: Wichura (1988), "Algorithm AS 241", Applied Statistics 37(3), table 1. */
    @ParameterizedTest
    @CsvSource({"0.25, -0.6744897501960817", "0.001, -3.090232306167814", "0.5, 0"})
    void theQuantileIsWichuras(double u, double z) {
        assertThat(StandardNormal.quantile(u)).isCloseTo(z, within(1e-14 * Math.max(1, Math.abs(z))));
        assertThat(StandardNormal.cumulative(z)).isCloseTo(u, within(1e-13 * u));
    }

    @Test
    void theQuantileLeadsBackToTheRarestDraw() {
        for (double u = 0.5; u >= 0x1p-53; u /= 2) {
            assertThat(StandardNormal.cumulative(StandardNormal.quantile(u))).isCloseTo(u, within(1e-12 * u));
        }
    }

    @Test
    void theQuantileIsOddAboutAHalfAndInfiniteAtTheEnds() {
        for (double u : new double[] {0x1p-53, 0x1p-40, 0.125, 0.375}) {
            assertThat(StandardNormal.quantile(1 - u)).isEqualTo(-StandardNormal.quantile(u));
        }
        assertThat(StandardNormal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StandardNormal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(StandardNormal.quantile(Double.NaN)).isNaN();
    }
}
