package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Learners;
import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRangeTest {
    @ParameterizedTest
    @CsvSource({"30, 30", "29, 30", "50, 100", "0, 10", "7, 9", "990, 1000", "1, 1", "0, 1", "19999, 20000"})
    void ofAnAccuracyItIsThatOfClopperAndPearson(int k, int n) {
        TestRange range = TestRange.share(k, n);
        double low = k == 0 ? 0 : new BetaDistribution(k, n - k + 1).inverseCumulativeProbability(0.025);
        double high = k == n ? 1 : new BetaDistribution(k + 1, n - k).inverseCumulativeProbability(0.975);
        assertThat(range.low()).isCloseTo(low, within(1e-7));
        assertThat(range.high()).isCloseTo(high, within(1e-7));
    }

    private static Dataset rows(int n, long seed) {
        RandomGenerator random = new Seed(seed).random();
        double[] y =
                IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
        return new Dataset("d", List.of(new Feature.Numbers("a", y)), "y", new Dataset.Values(y));
    }

    private static TestRange ofZeros(int n, long seed) {
        return TestRange.of(Metrics.RMSE, rows(n, seed), new double[n][1], new Seed(seed));
    }

    /** The error of predicting 0 for a normal number is 1; of 200 ranges 178 to 198 hold it with probability 0.99. */
    @Test
    void ofOtherMetricsItHoldsWhatManyRowsWouldScore() {
        long held = IntStream.range(0, 200)
                .mapToObj(seed -> ofZeros(150, seed))
                .filter(r -> r.low() <= 1 && 1 <= r.high())
                .count();
        assertThat(held).isBetween(178L, 198L);
        assertThat(ofZeros(150, 1)).isEqualTo(ofZeros(150, 1));
    }

    @Test
    void nobodyKnowsOfFewRowsOrEqualDraws() {
        assertThat(ofZeros(9, 1).low()).isNaN();
        double[][] right = Arrays.stream(((Dataset.Values) rows(40, 1).target()).y())
                .mapToObj(v -> new double[] {v})
                .toArray(double[][]::new);
        assertThat(TestRange.of(Metrics.RMSE, rows(40, 1), right, new Seed(1)).high())
                .isNaN();
    }

    @Test
    void aWinnerIsToldWithItsRange() {
        Task task = Task.of(
                Bundled.dataset("iris", null), 0.2, 5, Learners.of("knn"), List.of(Metrics.ACCURACY), Map.of(), 42);
        Task.Refitted winner = task.refit(Point.of(Map.of("n_neighbors", 5)), new Seed(1));
        TestRange range = TestRange.share((int) Math.rint(winner.testScore() * 30), 30);
        assertThat(winner.low()).isEqualTo(range.low());
        assertThat(winner.high()).isEqualTo(range.high());
    }
}
