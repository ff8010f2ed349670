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

    /** By a program of its own in Python; a seed must mean the same values for ever. */
    @Test
    void everyKindOfDrawIsFixed() {
        RandomGenerator whole = new Seed(1234567).random();
        assertThat(IntStream.range(0, 2).map(i -> whole.nextInt())).containsExactly(1503580183, 745795716);
        // The third draw is rejected twice.
        RandomGenerator bounded = new Seed(1234567).random();
        assertThat(IntStream.range(0, 4).map(i -> bounded.nextInt(1_431_655_766)))
                .containsExactly(501193394, 761937655, 605716286, 845604082);
        RandomGenerator decimal = new Seed(1234567).random();
        assertThat(decimal.nextDouble()).isEqualTo(0.3500795420214081);
        assertThat(decimal.nextDouble()).isEqualTo(0.17364409667091263);
        RandomGenerator normal = new Seed(1234567).random();
        assertThat(normal.nextGaussian()).isEqualTo(-0.48024295503152287);
        assertThat(normal.nextGaussian()).isEqualTo(0.21006674945905973);
        assertThat(normal.nextGaussian()).isEqualTo(0.9421149164695647);
    }

    @Test
    void childrenAreFixed() {
        assertThat(new Seed(42).child(7).value()).isEqualTo(3159419591028090632L);
        assertThat(new Seed(42).child(-1).value()).isEqualTo(-6320452720552370390L);
        assertThat(new Seed(42).child("fold").value()).isEqualTo(-8731453759411551114L);
        assertThat(new Seed(42).child("").value()).isEqualTo(4984707694332144937L);
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
