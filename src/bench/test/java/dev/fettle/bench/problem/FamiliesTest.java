package dev.fettle.bench.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {
    static List<String> names() {
        return Families.names();
    }

    private static Point random(SearchSpace space, RandomGenerator random) {
        while (true) {
            double[] u = new double[space.dimensions()];
            Arrays.setAll(u, i -> random.nextDouble());
            Point point = space.decode(u);
            if (space.allows(point)) {
                return point;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPointIsBelowTheOptimumAndANameIsOneProblem(String name) {
        Problem problem = Families.of(name);
        Problem again = Families.of(name);
        RandomGenerator random = new Seed(7).child(name).random();
        for (int i = 0; i < 500; i++) {
            Point point = random(problem.space(), random);
            double value = problem.evaluate(point);
            assertThat(value).isGreaterThanOrEqualTo(problem.optimum()).isEqualTo(again.evaluate(point));
        }
        assertThat(problem.median()).isEqualTo(again.median());
        assertThat(problem.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mixed_1", "mixed_2", "conditional_1", "conditional_2", "table_1", "thin_3", "decades_2"})
    void theOptimumIsReached(String name) {
        Problem problem = Families.of(name);
        RandomGenerator random = new Seed(8).child(name).random();
        double best = Double.POSITIVE_INFINITY;
        double[] at = new double[problem.space().dimensions()];
        for (int i = 0; i < 60_000; i++) {
            double[] u = at.clone();
            double width = Math.pow(10, -4 * random.nextDouble());
            for (int j = 0; j < u.length; j++) {
                boolean fresh = i < 2_000 || random.nextInt(20) == 0;
                double moved = fresh ? random.nextDouble() : u[j] + width * random.nextGaussian();
                u[j] = Math.min(1, Math.max(0, moved));
            }
            Point point = problem.space().decode(u);
            if (problem.space().allows(point) && problem.evaluate(point) < best) {
                best = problem.evaluate(point);
                at = u;
            }
        }
        assertThat(problem.regret(best)).isLessThan(1e-3);
    }

    @ParameterizedTest
    @EnumSource(Landscape.class)
    void aLandscapeIsZeroAtItsPlaceAndHigherAround(Landscape landscape) {
        assertThat(landscape.at(new double[5])).isCloseTo(0, within(1e-12));
        for (int i = 0; i < 5; i++) {
            for (double step : new double[] {-0.01, 0.01, 1, -1}) {
                double[] offset = new double[5];
                offset[i] = step;
                assertThat(landscape.at(offset)).isPositive();
            }
        }
    }

    @Test
    void aRotationKeepsLengths() {
        Turned turned = Turned.of(6, 5, new Seed(3));
        double[] x = {1, -2, 3, 0.5, 0, 4};
        double[] z = turned.apply(x);
        double[] moved = IntStream.range(0, 6)
                .mapToDouble(i -> x[i] - turned.centre()[i])
                .toArray();
        assertThat(Turned.dot(z, z)).isCloseTo(Turned.dot(moved, moved), within(1e-9));
        assertThat(turned.apply(turned.centre())).containsOnly(0);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                assertThat(Turned.dot(turned.rotation()[i], turned.rotation()[j]))
                        .isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    /** The standard deviation of 10,000 normal numbers is off by more than 4 % for fewer than one seed in ten million. */
    @Test
    void noiseIsATenthOfTheRangeAndHangsOnTrialAndSeed() {
        Problem noisy = Families.of("levy_5_noisy");
        Point point = random(noisy.space(), new Seed(1).random());
        double[] noise = IntStream.range(0, 10_000)
                .mapToDouble(k -> noisy.observe(point, k, new Seed(5)) - noisy.evaluate(point))
                .toArray();
        double sd = Math.sqrt(Arrays.stream(noise).map(v -> v * v).average().orElse(0));
        assertThat(sd / ((noisy.median() - noisy.optimum()) / 10)).isCloseTo(1, within(0.04));
        assertThat(noisy.observe(point, 3, new Seed(5))).isEqualTo(noisy.observe(point, 3, new Seed(5)));
        assertThat(noisy.observe(point, 3, new Seed(5))).isNotEqualTo(noisy.observe(point, 4, new Seed(5)));
        assertThat(noisy.observe(point, 3, new Seed(5))).isNotEqualTo(noisy.observe(point, 3, new Seed(6)));
        Problem quiet = Families.of("levy_5");
        assertThat(quiet.observe(point, 3, new Seed(5))).isEqualTo(quiet.evaluate(point));
    }

    @Test
    void rejectsAnUnknownName() {
        assertThatThrownBy(() -> Families.of("levy_3")).hasMessageStartingWith("Problem (levy_3) must be one of");
    }
}
