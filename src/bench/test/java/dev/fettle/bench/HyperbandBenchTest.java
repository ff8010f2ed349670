package dev.fettle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.sampler.hyperband.HyperbandSampler;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HyperbandBenchTest {
    private static final int[] RUNGS = {1, 3, 9};

    /** Nine points that score as much from the first epoch on; the best diverges at once. */
    private static CurvesPool pool() {
        return new CurvesPool(
                RUNGS,
                IntStream.range(0, 9)
                        .mapToObj(i ->
                                i == 8 ? new double[] {Double.NaN, Double.NaN, Double.NaN} : new double[] {i, i, i})
                        .toArray(double[][]::new));
    }

    /** The first bracket has 9 points with 1 epoch, 3 with 3 and 1 with 9. */
    @Test
    void epochsAreCountedWhereModelsGoOnAndWhereTheyStartAnew() {
        HyperbandBench.Took took = HyperbandBench.ours(pool(), HyperbandSampler.of(1, 9, 3), 1, 7);
        assertThat(took.anew()).isEqualTo(9 + 3 * 3 + 9);
        assertThat(took.epochs()).isEqualTo(9 + 3 * 2 + 6);
    }

    @Test
    void whatNoPointScoresIsNeverReached() {
        assertThat(HyperbandBench.ours(pool(), HyperbandSampler.of(1, 9, 3), 1, 9))
                .isEqualTo(HyperbandBench.Took.NEVER);
    }

    @Test
    void theBestOfAnOrderIsThatOfItsFirstPoints() {
        assertThat(pool().best(new int[] {2, 8, 5, 7}, 3)).isEqualTo(5);
        assertThat(pool().best(new int[] {8}, 1)).isNaN();
    }
}
