package dev.fettle.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HypervolumeTest {
    /** A staircase of n points in two losses leaves n(n + 1)/2 of the n² squares under it. */
    @Test
    void aStaircaseHasTheAreaOfItsSquares() {
        for (int steps = 1; steps < 50; steps++) {
            int n = steps;
            double[][] front = IntStream.range(0, n)
                    .mapToObj(i -> new double[] {i, n - 1 - i})
                    .toArray(double[][]::new);
            assertThat(Hypervolume.of(front, new double[] {n, n})).isEqualTo(n * n - n * (n - 1) / 2.0);
        }
    }

    @Test
    void onePointIsABoxInAnyNumberOfLosses() {
        for (int goals = 1; goals <= 6; goals++) {
            double[] point = new double[goals];
            double[] reference = new double[goals];
            Arrays.fill(point, 0.5);
            Arrays.fill(reference, 2);
            double box = Math.pow(1.5, goals);
            assertThat(Hypervolume.of(new double[][] {point, point}, reference)).isEqualTo(box, within(1e-12));
            assertThat(Hypervolume.of(new double[][] {reference, point}, reference))
                    .isEqualTo(box, within(1e-12));
            assertThat(Hypervolume.of(new double[][] {reference}, reference)).isZero();
        }
        assertThat(Hypervolume.of(new double[0][], new double[] {1, 1})).isZero();
    }

    /** By inclusion and exclusion of the boxes of all subsets. */
    private static double slow(double[][] points, double[] reference) {
        double sum = 0;
        for (int set = 1; set < 1 << points.length; set++) {
            double box = 1;
            for (int g = 0; g < reference.length; g++) {
                double worst = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < points.length; i++) {
                    worst = (set >> i & 1) == 1 ? Math.max(worst, points[i][g]) : worst;
                }
                box *= Math.max(0, reference[g] - worst);
            }
            sum += Integer.bitCount(set) % 2 == 1 ? box : -box;
        }
        return sum;
    }

    @Test
    void anySetHasTheVolumeOfItsBoxesTogether() {
        RandomGenerator random = new Seed(3).random();
        for (int round = 0; round < 300; round++) {
            int goals = 2 + round % 4;
            int n = 1 + round % 9;
            // Coarse numbers make ties, and some lie outside the reference.
            double[][] points = IntStream.range(0, n)
                    .mapToObj(i -> random.doubles(goals)
                            .map(v -> Math.rint(v * 10) / 8)
                            .toArray())
                    .toArray(double[][]::new);
            double[] reference = new double[goals];
            Arrays.fill(reference, 1.125);
            double[][] inside = Arrays.stream(points)
                    .filter(p -> Arrays.stream(p).allMatch(v -> v < 1.125))
                    .toArray(double[][]::new);
            assertThat(Hypervolume.of(points, reference))
                    .as("round %d", round)
                    .isEqualTo(slow(inside, reference), within(1e-10));
            double[][] others = Arrays.copyOf(points, n - 1);
            assertThat(Hypervolume.added(points[n - 1], others, reference))
                    .as("round %d", round)
                    .isEqualTo(Hypervolume.of(points, reference) - Hypervolume.of(others, reference), within(1e-10));
        }
    }
}
