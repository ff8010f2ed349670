package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void pairsAreOppositeAndAtRightAnglesToEachOther() {
        Directions directions = new Directions(5, new Seed(4));
        for (int k = 0; k < 10; k += 2) {
            double[] one = directions.of(k);
            double[] other = directions.of(k + 1);
            assertThat(dot(one, other)).isCloseTo(-dot(one, one), within(1e-12));
            for (int j = 0; j < k; j++) {
                assertThat(dot(one, directions.of(j))).isCloseTo(0, within(1e-12));
            }
        }
    }

    @Test
    void eachCoordinateIsNormal() {
        for (int member : new int[] {0, 3, 8, 21}) {
            double[] draws = new double[5000];
            for (int s = 0; s < draws.length; s++) {
                draws[s] = new Directions(3, new Seed(s)).of(member)[1];
            }
            // False alarm 1e-4 each, and the seeds are fixed.
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(0, 1), draws))
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void thereMayBeNoNumbersAtAll() {
        assertThat(new Directions(0, new Seed(1)).of(7)).isEmpty();
    }
}
