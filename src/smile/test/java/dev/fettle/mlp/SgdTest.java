package dev.fettle.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Steps worked out by hand, with gradient 2, rate 0.1 and momentum 0.5. */
class SgdTest {
    private static Sgd sgd(Sgd.Schedule schedule, boolean nesterov) {
        return new Sgd(1, 0.1, schedule, 0.5, 0.5, nesterov);
    }

    private static double[] twoSteps(boolean nesterov) {
        Sgd sgd = sgd(Sgd.Schedule.CONSTANT, nesterov);
        double[] theta = {1};
        double[] places = new double[2];
        for (int i = 0; i < 2; i++) {
            sgd.step(theta, new double[] {2});
            places[i] = theta[0];
        }
        return places;
    }

    @Test
    void plainMomentumAddsHalfOfTheLastStep() {
        // v = −0.2, then 0.5·(−0.2) − 0.2 = −0.3.
        assertThat(twoSteps(false)).containsExactly(new double[] {0.8, 0.5}, within(1e-15));
    }

    @Test
    void nesterovsLooksAhead() {
        // 0.5·(−0.2) − 0.2 = −0.3, then 0.5·(−0.3) − 0.2 = −0.35.
        assertThat(twoSteps(true)).containsExactly(new double[] {0.7, 0.35}, within(1e-15));
    }

    @Test
    void anAdaptiveRateEndsTheTrainingOnceItIsAMillionth() {
        Sgd above = new Sgd(1, 2e-6, Sgd.Schedule.ADAPTIVE, 0.5, 0, false);
        assertThat(above.stalled()).isFalse();
        assertThat(above.rate()).isEqualTo(2e-6 / 5);
        Sgd least = new Sgd(1, 1e-6, Sgd.Schedule.ADAPTIVE, 0.5, 0, false);
        assertThat(least.stalled()).isTrue();
        assertThat(least.rate()).isEqualTo(1e-6);
    }

    @Test
    void anotherRateEndsTheTrainingAtOnce() {
        assertThat(sgd(Sgd.Schedule.CONSTANT, false).stalled()).isTrue();
        assertThat(sgd(Sgd.Schedule.INVSCALING, false).stalled()).isTrue();
    }
}
