package dev.fettle.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {
    private static final double LEAVE = 0.125;
    private static final Strategy EIGHT = Strategy.of(0, 8, true, true);

    private static Categories even() {
        return Categories.start(new double[][] {{0.25, 0.25, 0.25, 0.25}, {0.5, 0.5}}, LEAVE);
    }

    /** A generation ranked by how far each category is from its target. */
    private static Categories step(Categories now, RandomGenerator random, int first, int second) {
        int[][] drawn = new int[8][];
        for (int i = 0; i < 8; i++) {
            drawn[i] = now.draw(random, 0);
        }
        Arrays.sort(drawn, (a, b) -> Integer.compare(wrong(a, first, second), wrong(b, first, second)));
        return now.update(drawn, EIGHT.weights(), EIGHT.mu());
    }

    private static int wrong(int[] drawn, int first, int second) {
        return (drawn[0] == first ? 0 : 1) + (drawn[1] == second ? 0 : 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLikeliestIsLearntAndTheOthersKeepTheirFloor(long seed) {
        RandomGenerator random = new Seed(seed).random();
        Categories now = even();
        for (int g = 0; g < 60; g++) {
            now = step(now, random, 2, 1);
            for (int axis = 0; axis < 2; axis++) {
                double least = LEAVE / (now.q()[axis].length - 1);
                assertThat(Arrays.stream(now.q()[axis]).sum()).isCloseTo(1, within(1e-12));
                assertThat(Arrays.stream(now.q()[axis]).min().orElseThrow()).isGreaterThanOrEqualTo(least - 1e-12);
            }
        }
        assertThat(now.q()[0][2]).isGreaterThan(0.7);
        assertThat(now.q()[1][1]).isGreaterThan(0.7);
    }

    @Test
    void drawsFollowTheProbabilities() {
        Categories now = Categories.start(new double[][] {{0.5, 0.3, 0.2}}, LEAVE);
        RandomGenerator random = new Seed(9).random();
        long[] counts = new long[3];
        for (int i = 0; i < 10_000; i++) {
            counts[now.draw(random, 0)[0]]++;
        }
        // False alarm 1e-4, and the seed is fixed.
        assertThat(new ChiSquareTest().chiSquareTest(new double[] {0.5, 0.3, 0.2}, counts))
                .isGreaterThan(1e-4);
    }

    @Test
    void whatNobodyKnowsMovesNothing() {
        int[][] unknown = new int[8][2];
        Arrays.stream(unknown).forEach(row -> Arrays.fill(row, -1));
        assertThat(even().update(unknown, EIGHT.weights(), EIGHT.mu()).q()).isDeepEqualTo(even().q());
    }

    @Test
    void whatIsImpossibleAtFirstIsLiftedToTheFloor() {
        Categories sure = Categories.start(new double[][] {{1, 0, 0}}, LEAVE);
        assertThat(sure.q()[0]).containsExactly(new double[] {0.875, 0.0625, 0.0625}, within(1e-12));
    }
}
