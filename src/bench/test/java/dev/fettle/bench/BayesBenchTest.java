package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BayesBenchTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theCellOfTheTutorialLearnsIris(int workers) {
        BayesBench.Timing timing = BayesBench.ours(workers, 1, 12);
        assertThat(timing.best()).isBetween(0.9, 1.0);
        assertThat(timing.thinking()).isPositive().isLessThan(timing.seconds());
    }
}
