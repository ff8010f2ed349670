package dev.fettle.learner.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    /** Five standard deviations: crossed by one of these rows in two million seeds. */
    @Test
    void rowsAreDrawnInProportionToTheirWeights() {
        double[] weights = {1, 0, 3, 0.5, 0, 5.5};
        int count = 100_000;
        double[] times = Draws.bootstrap(weights, count, new Seed(1).random());
        assertThat(DoubleStream.of(times).sum()).isEqualTo(count);
        for (int i = 0; i < weights.length; i++) {
            double p = weights[i] / 10;
            assertThat(times[i]).isCloseTo(count * p, within(5 * Math.sqrt(count * p * (1 - p))));
        }
    }

    @Test
    void someRowsAreEachDrawnOnceAndAllAlikeOften() {
        double[] often = new double[10];
        for (int seed = 0; seed < 10_000; seed++) {
            double[] drawn = Draws.some(10, 3, new Seed(seed).random());
            assertThat(DoubleStream.of(drawn).sum()).isEqualTo(3);
            for (int i = 0; i < 10; i++) {
                assertThat(drawn[i]).isIn(0.0, 1.0);
                often[i] += drawn[i];
            }
        }
        for (double each : often) {
            assertThat(each).isCloseTo(3000, within(5 * Math.sqrt(10_000 * 0.3 * 0.7)));
        }
    }

    @Test
    void aShareIsRoundedDownToAtLeastOne() {
        assertThat(Draws.count(7, 100)).isEqualTo(7);
        assertThat(Draws.count(0.29, 10)).isEqualTo(2);
        assertThat(Draws.count(1.0, 10)).isEqualTo(10);
        assertThat(Draws.count(0.001, 10)).isEqualTo(1);
    }
}
