package dev.fettle.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.trial.Direction;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final int[] Y = {0, 1, 1};
    private static final double[][] P = {{0.9, 0.1}, {0.6, 0.4}, {0.2, 0.8}};

    @Test
    void aScorerOfLabelsIsToldTheLikeliestClasses() {
        Scorer.OfLabels hits = (y, said) -> y[0] + 10 * y[1] + 100 * said[1] + 1000 * said[2];
        Metric.OfClasses metric = hits.metric("hits", Direction.MAXIMIZE);
        assertThat(metric.score(Y, P)).isEqualTo(1010);
        assertThat(metric.id()).isEqualTo("hits");
        assertThat(metric.perfect()).isInfinite().isPositive();
        assertThat(metric.weighs()).isFalse();
    }

    @Test
    void aScorerOfSharesIsToldTheProbabilities() {
        Scorer.OfShares first = (y, p) -> p[2][y[2]];
        assertThat(first.metric("first", Direction.MINIMIZE).score(Y, P)).isEqualTo(0.8);
        assertThat(first.metric("first", Direction.MINIMIZE).perfect())
                .isInfinite()
                .isNegative();
    }

    @Test
    void aScorerOfValuesIsToldTheValues() {
        Scorer.OfValues most = (y, said) -> Math.max(y[0] - said[0], y[1] - said[1]);
        assertThat(most.metric("most", Direction.MINIMIZE).score(new double[] {1, 2}, new double[] {0.5, 0}))
                .isEqualTo(2);
    }
}
