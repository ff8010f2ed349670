package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedTest {
    private static List<Integer> of(int size, int most) {
        return Thinned.of(IntStream.range(0, size).boxed().toList(), most);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 199, 200})
    void aFewAllStay(int size) {
        assertThat(of(size, 200)).hasSize(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 399, 1000, 100_000})
    void ofManyOneOfEachBlockStaysInItsOrder(int size) {
        int block = (size + 199) / 200;
        assertThat(of(size, 200))
                .hasSizeBetween(size / block - 1, 200)
                .startsWith(0)
                .isSorted();
        assertThat(of(size, 200).stream().map(i -> i / block)).doesNotHaveDuplicates();
    }

    /** A grid, or generations: every tenth has something of its own, and would be all that is shown, or nothing of it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10, 25, 100})
    void whatComesBackAtEqualDistancesKeepsItsShare(int period) {
        long special = of(100_000, 200).stream().filter(i -> i % period == 0).count();
        assertThat(special).isBetween(100L / period, 400L / period + 1);
    }

    @Test
    void neighboursInTheSelectionAreNoFurtherApartThanTwoBlocks() {
        List<Integer> kept = of(100_000, 200);
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i) - kept.get(i - 1)).isBetween(1, 1000);
        }
    }
}
