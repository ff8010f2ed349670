package dev.fettle.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeedTest {
    @Test
    void theStreamIsSplitMix64() {
        RandomGenerator random = new Seed(1234567).random();
        // First values of the reference implementation (Vigna, splitmix64.c, seed 1234567).
        assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
        assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    }

    /** Lemire's algorithm 5 by hand; a quarter of all draws is rejected, the fourth one here. */
    @Test
    void boundedDrawsRejectWhatWouldFavourSomeValues() {
        RandomGenerator random = new Seed(1234567).random();
        assertThat(IntStream.range(0, 7).map(i -> random.nextInt(3 << 29)))
                .containsExactly(563842568, 279673393, 857179861, 1432687526, 681430822, 951304592, 443381552);
    }

    @Test
    void sameKeySameChildWhateverWasDrawnBefore() {
        Seed seed = new Seed(42);
        Seed before = seed.child("fold").child(3);
        seed.random().nextLong();
        assertThat(seed.child("fold").child(3)).isEqualTo(before);
    }

    @Test
    void childrenDoNotCollide() {
        Set<Seed> seen = new HashSet<>();
        for (int parent = 0; parent < 100; parent++) {
            for (int key = -500; key < 500; key++) {
                seen.add(new Seed(parent).child(key));
            }
        }
        assertThat(seen).hasSize(100_000);
    }

    @Test
    void boundedDrawsAreUniform() {
        // Chi-square with 6 degrees of freedom, 99.99 % quantile 27.86: false alarm 1e-4, and the seed is fixed.
        int[] counts = new int[7];
        RandomGenerator random = new Seed(5).random();
        for (int i = 0; i < 70_000; i++) {
            counts[random.nextInt(7)]++;
        }
        double chi = 0;
        for (int count : counts) {
            chi += (count - 10_000.0) * (count - 10_000.0) / 10_000.0;
        }
        assertThat(chi).isLessThan(27.86);
    }

    @Test
    void gaussianDrawsHaveMomentsOfTheStandardNormal() {
        RandomGenerator random = new Seed(6).random();
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            sum += z;
            squares += z * z;
        }
        // Four standard errors each: false alarm 6e-5.
        assertThat(sum / n).isBetween(-4 / Math.sqrt(n), 4 / Math.sqrt(n));
        assertThat(squares / n).isBetween(1 - 4 * Math.sqrt(2.0 / n), 1 + 4 * Math.sqrt(2.0 / n));
    }

    @Test
    void rejectsABoundThatIsNotPositive() {
        assertThatThrownBy(() -> new Seed(1).random().nextInt(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Bound (0) must be positive.");
    }
}
