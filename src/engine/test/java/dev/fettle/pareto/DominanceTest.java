package dev.fettle.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DominanceTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void betterSomewhereAndWorseNowhere() {
        assertThat(Dominance.dominates(new double[] {1, 2}, new double[] {1, 3}))
                .isTrue();
        assertThat(Dominance.dominates(new double[] {1, 2}, new double[] {1, 2}))
                .isFalse();
        assertThat(Dominance.dominates(new double[] {1, 3}, new double[] {2, 2}))
                .isFalse();
        assertThat(Dominance.dominates(new double[] {1, Double.NaN}, new double[] {2, 2}))
                .isFalse();
    }

    @Test
    void everyLayerIsBeatenByTheOneBeforeAndByNoneBehind() {
        RandomGenerator random = new Seed(5).random();
        for (int round = 0; round < 100; round++) {
            int goals = 1 + round % 4;
            double[][] losses = IntStream.range(0, round % 30)
                    .mapToObj(i -> random.ints(goals, 0, 6).asDoubleStream().toArray())
                    .toArray(double[][]::new);
            List<int[]> fronts = Dominance.fronts(losses);
            assertThat(fronts.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                    .isEqualTo(IntStream.range(0, losses.length).toArray());
            if (losses.length > 0) {
                assertThat(fronts.get(0)).isEqualTo(Dominance.front(losses));
            }
            for (int f = 1; f < fronts.size(); f++) {
                int[] before = fronts.get(f - 1);
                int[] behind = fronts.get(f);
                assertThat(IntStream.of(behind).allMatch(i -> IntStream.of(before)
                                .anyMatch(j -> Dominance.dominates(losses[j], losses[i]))))
                        .isTrue();
                assertThat(IntStream.of(before).noneMatch(i -> IntStream.of(behind)
                                .anyMatch(j -> Dominance.dominates(losses[j], losses[i]))))
                        .isTrue();
            }
        }
    }

    @Test
    void theEndsAreLonelyAndTheOthersAsFarAsTheirNeighbours() {
        double[][] losses = {{0, 4}, {1, 3}, {2, 1}, {4, 0}};
        assertThat(Dominance.crowding(losses)).containsExactly(INF, 2 / 4.0 + 3 / 4.0, 3 / 4.0 + 3 / 4.0, INF);
        assertThat(Dominance.crowding(new double[][] {{1, 1}, {1, 1}})).containsExactly(0, 0);
        assertThat(Dominance.crowding(new double[0][])).isEmpty();
    }

    @Test
    void theKneeLiesFarthestBelowTheLineThroughTheEnds() {
        assertThat(Dominance.knee(new double[][] {{0, 100}, {1, 20}, {5, 10}, {10, 0}}))
                .hasValue(1);
        assertThat(Dominance.knee(new double[][] {{0, 100, 7}, {1, 30, 7}, {3, 10, 7}, {10, 0, 7}}))
                .as("of equals the first")
                .hasValue(1);
    }

    @Test
    void onAStraightOrBulgingLineAndAmongEndsAloneThereIsNoKnee() {
        assertThat(Dominance.knee(new double[][] {{0, 2}, {1, 1}, {2, 0}})).isEmpty();
        double[][] line = IntStream.range(0, 100)
                .mapToObj(i -> new double[] {i / 7.0, 99 / 3.0 - i / 3.0})
                .toArray(double[][]::new);
        assertThat(Dominance.knee(line)).isEmpty();
        assertThat(Dominance.knee(new double[][] {{0, 10}, {9, 9}, {10, 0}})).isEmpty();
        assertThat(Dominance.knee(new double[][] {{0, 1, 7}, {1, 0, 7}})).isEmpty();
        assertThat(Dominance.knee(new double[][] {{3, 3}})).isEmpty();
        assertThat(Dominance.knee(new double[0][])).isEmpty();
    }
}
