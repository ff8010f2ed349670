package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrambledTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    void theFirstPowersOfTwoFillEachCellOfEachCoordinateOnce(long seed) {
        int dimensions = 50;
        Scrambled points = new Scrambled(dimensions, new Seed(seed));
        for (int m = 0; m <= 10; m++) {
            int n = 1 << m;
            BitSet[] cells = new BitSet[dimensions];
            for (int d = 0; d < dimensions; d++) {
                cells[d] = new BitSet();
            }
            for (int i = 0; i < n; i++) {
                double[] u = points.at(i);
                for (int d = 0; d < dimensions; d++) {
                    cells[d].set((int) (u[d] * n));
                }
            }
            assertThat(cells).allMatch(c -> c.cardinality() == n && c.length() == n);
        }
    }

    @Test
    void theFirstTwoCoordinatesAreANetOfStrengthZero() {
        // Sobol's first two dimensions have t = 0, and Owen's scrambling keeps it: one point in each elementary
        // interval.
        Scrambled points = new Scrambled(2, new Seed(5));
        for (int split = 0; split <= 8; split++) {
            Set<Integer> cells = new HashSet<>();
            for (int i = 0; i < 256; i++) {
                double[] u = points.at(i);
                int columns = 1 << split;
                int rows = 256 / columns;
                cells.add(((int) (u[0] * columns)) * rows + (int) (u[1] * rows));
            }
            assertThat(cells).hasSize(256);
        }
    }

    @Test
    void eachPointIsUniformOverTheSeeds() {
        // Kolmogorov and Smirnov at a false alarm of 1e-4 for each of the four, and the seeds are fixed.
        for (long index : new long[] {0, 1, 77, 1_000_000}) {
            double[] sample = new double[2000];
            for (int seed = 0; seed < sample.length; seed++) {
                sample[seed] = new Scrambled(3, new Seed(seed)).at(index)[2];
            }
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), sample))
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void theDigitsBehindThoseOfTheSequenceAreRandomToo() {
        // The parity of the last of 53 digits over 10,000 points: four standard deviations, false alarm 6e-5.
        Scrambled points = new Scrambled(1, new Seed(9));
        long odd = 0;
        for (int i = 0; i < 10_000; i++) {
            odd += (long) (points.at(i)[0] * 0x1p53) & 1;
        }
        assertThat(odd).isBetween(4_800L, 5_200L);
    }
}
