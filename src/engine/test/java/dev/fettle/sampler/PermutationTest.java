package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    @ParameterizedTest(name = "size {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 10, 15, 16, 17, 1000, 65_537})
    void everyNumberComesOnce(long size) {
        for (long seed : new long[] {0, 1, 42, Long.MIN_VALUE}) {
            Permutation order = new Permutation(size, new Seed(seed));
            Set<Long> seen = LongStream.range(0, size).mapToObj(order::at).collect(Collectors.toSet());
            assertThat(seen).hasSize((int) size).allMatch(n -> n >= 0 && n < size);
        }
    }

    @ParameterizedTest(name = "size {0}")
    @ValueSource(longs = {1_000_000, 1_000_000_000_000L, Long.MAX_VALUE - 1})
    void numbersOfLargeRangesDifferAndLieInside(long size) {
        Permutation order = new Permutation(size, new Seed(7));
        Set<Long> seen = new HashSet<>();
        for (long i = 0; i < 100_000; i++) {
            long number = order.at(size - 1 - i);
            assertThat(number).isBetween(0L, size - 1);
            seen.add(number);
        }
        assertThat(seen).hasSize(100_000);
    }

    /** Chi-square on the n! orders over 1,000 draws each; false alarm 1e-4 for each size, and the seeds are fixed. */
    @ParameterizedTest(name = "size {0}")
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void allOrdersOfAFewAreEquallyLikely(int size) {
        int orders = 1;
        for (int i = 2; i <= size; i++) {
            orders *= i;
        }
        Map<String, Integer> counts = new HashMap<>();
        int draws = 1000 * orders;
        for (int seed = 0; seed < draws; seed++) {
            Permutation order = new Permutation(size, new Seed(seed));
            String text = LongStream.range(0, size)
                    .mapToObj(i -> Long.toString(order.at(i)))
                    .collect(Collectors.joining());
            counts.merge(text, 1, Integer::sum);
        }
        double expected = (double) draws / orders;
        double chi = (orders - counts.size()) * expected;
        for (int count : counts.values()) {
            chi += (count - expected) * (count - expected) / expected;
        }
        assertThat(chi).isLessThan(new ChiSquaredDistribution(orders - 1).inverseCumulativeProbability(1 - 1e-4));
    }

    @Test
    void theOrderDependsOnTheSeedAlone() {
        assertThat(new Permutation(1000, new Seed(3)).at(17)).isEqualTo(new Permutation(1000, new Seed(3)).at(17));
        assertThat(LongStream.range(0, 1000)
                        .filter(i ->
                                new Permutation(1000, new Seed(3)).at(i) == new Permutation(1000, new Seed(4)).at(i))
                        .count())
                .isLessThan(10);
    }
}
