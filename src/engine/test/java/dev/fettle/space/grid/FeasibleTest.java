package dev.fettle.space.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeasibleTest {
    private static List<Point> drawn(String text, boolean quasi, int count) {
        SearchSpace space = SpaceText.parse(text);
        return new RandomSampler(quasi)
                        .start(Question.of(space, Goal.minimize("loss")), new Seed(1))
                        .propose(count, () -> true)
                        .proposals()
                        .stream()
                        .map(Proposal::point)
                        .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "w[10] ~ uniform(0, 1)\nrequire sum(w) <= 1",
                "w[10] ~ uniform(0, 1)\nrequire sum(w) == 1",
                "w[30] ~ uniform(0, 1)\nrequire sum(w) == 1 && max(w) < 0.2",
                "a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nrequire a + b == 1",
                "a ~ uniform(-5, 5)\nb ~ logUniform(1e-3, 10)\nrequire a * b == 1",
                "a ~ normal(0, 1)\nb ~ normal(0, 1)\nrequire a * a + b * b == 1",
                "a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nc ~ uniform(0, 1)\nrequire a + b == 1\nrequire b + c == 1.2",
                "a ~ int(1, 100)\nb ~ int(1, 100)\nc ~ int(1, 100)\nd ~ int(1, 100)\nrequire a * b * c * d == 5040",
                "p[4] ~ int(1, 100)\nrequire p[0] * p[1] * p[2] * p[3] == 9699690",
                "n[6] ~ int(1, 60)\nrequire sum(n) >= 357",
                "x ~ uniform(0, 1e6)\nrequire abs(x - 123456) < 0.001",
                "s in {a, b, c}\nx ~ uniform(0, 1) if s == b\ny ~ uniform(0, 1)\nrequire s == b && x + y == 0.5",
                "n ~ int(0, 3000000000)\nrequire n % 1000000000 == 7",
            })
    void whatHoldsAlmostNowhereIsFound(String text) {
        SearchSpace space = SpaceText.parse(text);
        for (boolean quasi : new boolean[] {false, true}) {
            assertThat(drawn(text, quasi, 5)).as("%s", quasi).isNotEmpty().allMatch(space::allows);
        }
        assertThat(drawn(text, false, 5)).isEqualTo(drawn(text, false, 5));
    }

    /**
     * Of a simplex of ten the mean of a coordinate is 1/11 and its deviation 0.083: of 300 independent ones five standard errors are
     * 0.024, a false alarm of 1e-6 for each of ten.
     */
    @Test
    void placesInASimplexAreSpreadAsByChance() {
        List<Point> points = drawn("w[10] ~ uniform(0, 1)\nrequire sum(w) <= 1", false, 300);
        for (int c = 0; c < 10; c++) {
            int coordinate = c;
            double mean = points.stream()
                    .mapToDouble(p -> p.reals("w")[coordinate])
                    .average()
                    .orElseThrow();
            assertThat(mean).isBetween(1 / 11.0 - 0.024, 1 / 11.0 + 0.024);
        }
        assertThat(points).doesNotHaveDuplicates();
    }

    /** Uniform on the segment: the mean of 300 is 0.5 within five standard errors of 0.0167. */
    @Test
    void anEquationLeavesTheOtherCoordinateItsLaw() {
        List<Point> points = drawn("a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nrequire a + b == 1", false, 300);
        assertThat(points.stream().mapToDouble(p -> p.real("a")).average().orElseThrow())
                .isBetween(0.417, 0.583);
        assertThat(points.stream().filter(p -> p.real("a") < 0.25).count()).isBetween(38L, 112L);
    }

    @Test
    void aPlaceNearbyDiffersInFewCoordinates() {
        SearchSpace space = SpaceText.parse("w[6] ~ uniform(0, 1)\nz ~ uniform(0, 1)\nrequire sum(w) == 3");
        Feasible feasible = new Feasible(space);
        RandomGenerator random = new Seed(3).random();
        for (int n = 0; n < 50; n++) {
            double[] u = random.doubles(7).toArray();
            double[] near = Objects.requireNonNull(feasible.near(u, random, () -> true));
            assertThat(feasible.allows(near)).isTrue();
            assertThat(near[6]).isEqualTo(u[6]);
            assertThat(IntStream.range(0, 7).filter(i -> near[i] != u[i]).count())
                    .isBetween(1L, 4L);
        }
        assertThat(new Feasible(SpaceText.parse("x ~ uniform(0, 1)")).near(new double[] {0.5}, random, () -> true))
                .containsExactly(0.5);
    }
}
