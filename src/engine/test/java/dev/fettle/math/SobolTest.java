package dev.fettle.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

class SobolTest {
    @Test
    void thePointsAreThoseOfTheGenerator() {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(40);
        Sobol sobol = new Sobol(40);
        for (int i = 0; i < 2000; i++) {
            double[] point = generator.nextVector();
            for (int d = 0; d < 40; d++) {
                assertThat(Integer.toUnsignedLong(sobol.digits(d, i)) * 0x1p-32).isEqualTo(point[d]);
            }
        }
    }

    @Test
    void rejectsMoreDimensionsThanThereAreDirectionNumbers() {
        assertThat(new Sobol(Sobol.DIMENSIONS).digits(Sobol.DIMENSIONS - 1, 0)).isZero();
        assertThatThrownBy(() -> new Sobol(Sobol.DIMENSIONS + 1))
                .hasMessage("Dimensions (21202) must lie in [1, 21201].");
        assertThatThrownBy(() -> new Sobol(0)).hasMessageContaining("Dimensions (0)");
    }
}
