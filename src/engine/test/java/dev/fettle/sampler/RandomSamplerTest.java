package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.space.grid.Grid;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.UniformRealDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomSamplerTest implements SamplerContract, AnySpaceContract {
    @Override
    public Sampler sampler() {
        return new RandomSampler();
    }

    private static List<Proposal> draw(Sampler sampler, SearchSpace space, long seed, int count) {
        return sampler.start(Question.of(space, Goal.minimize("loss")), new Seed(seed))
                .propose(count, () -> true)
                .proposals();
    }

    /** Two parameters, and {@code require a + b < bound}. */
    private static SearchSpace constrained(double bound, Parameter a, Parameter b) {
        Expression sum = new Expression.Binary(Operator.PLUS, new Expression.Name("a"), new Expression.Name("b"));
        return new SearchSpace(
                List.of(a, b), List.of(new Expression.Binary(Operator.LESS, sum, new Expression.Literal(bound))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, 42, Long.MIN_VALUE})
    void eachPointOfAFiniteSpaceComesOnce(long seed) {
        SearchSpace space = SamplerContract.finite();
        Grid grid = new Grid(space);
        List<Proposal> all = draw(sampler(), space, seed, 1000);
        assertThat(all).doesNotHaveDuplicates().hasSize((int) grid.count(1000).orElseThrow());
        assertThat(all).extracting(Proposal::origin).containsOnly("random");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s in {a, b};w ~ normal(0, 1, step 0.5)|66",
                "n ~ logInt(1, 3);w ~ normal(0, 1, step 0.5) if n == 3;k in 1..3|105",
                "a ~ logInt(1, 30);b ~ logInt(1, 30);require a + b < 8|21",
                "a ~ logInt(1, 300);b ~ logInt(1, 300);require a == b && a > 290|10",
                "x ~ logNormal(0, 1, step 0.1)|10878"
            })
    void pointsHoweverRareComeOnceAndSoon(String text, int points) {
        SearchSpace space = SpaceText.parse(text.replace(';', '\n'));
        for (Sampler sampler : List.of(new RandomSampler(), new RandomSampler(true))) {
            // It takes less than a second; the bound is against drawing until what has a chance of 2^-50 is found.
            List<Proposal> all = assertTimeout(Duration.ofSeconds(30), () -> draw(sampler, space, 1, 100_000));
            assertThat(all).doesNotHaveDuplicates().hasSize(points).allMatch(p -> space.allows(p.point()));
        }
    }

    @Test
    void statesOfOneSearchDoNotDisturbEachOther() {
        SearchSpace space = SpaceText.parse("n ~ logInt(1, 1000)\nw ~ normal(0, 1, step 0.5)");
        Search search = sampler().start(Question.of(space, Goal.minimize("loss")), new Seed(1));
        Search.Step first = search.propose(50, () -> true);
        List<Proposal> more = first.next().propose(5000, () -> true).proposals();
        assertThat(search.propose(50, () -> true).proposals()).isEqualTo(first.proposals());
        assertThat(search.propose(1000, () -> true).proposals().subList(50, 1000))
                .isEqualTo(more.subList(0, 950));
        assertThat(draw(sampler(), space, 1, 5050).subList(50, 5050)).isEqualTo(more);
    }

    @Test
    void onlyPointsThatSatisfyTheConstraintsAreProposed() {
        SearchSpace finite = constrained(5, Whole.between("a", 0, 9), Whole.between("b", 0, 9));
        assertThat(draw(sampler(), finite, 1, 1000))
                .hasSize(15)
                .doesNotHaveDuplicates()
                .allMatch(p -> finite.allows(p.point()));
        SearchSpace endless = constrained(0.01, Real.uniform("a", 0, 1), Real.uniform("b", 0, 1));
        assertThat(draw(sampler(), endless, 1, 50)).hasSize(50).allMatch(p -> endless.allows(p.point()));
        assertThat(draw(new RandomSampler(true), endless, 1, 20)).hasSize(20).allMatch(p -> endless.allows(p.point()));
    }

    @Test
    void aSpaceWithoutAPointIsGivenUp() {
        SearchSpace never = constrained(0, Real.uniform("a", 0, 1), Real.uniform("b", 0, 1));
        Search.Step step = sampler()
                .start(Question.of(never, Goal.minimize("loss")), new Seed(1))
                .propose(3, () -> true);
        assertThat(step.proposals()).isEmpty();
        assertThat(step.next().propose(1, () -> true).proposals()).isEmpty();
    }

    @Test
    void aHugeSpaceIsAsQuickAsASmallOne() {
        SearchSpace space = SearchSpace.of(IntStream.range(0, 12)
                .mapToObj(i -> Whole.between("x" + i, 0, 9))
                .toArray(Parameter[]::new));
        // It takes about ten milliseconds; the bound is against anything that walks over 10^12 points.
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(draw(sampler(), space, 3, 1000)).hasSize(1000).doesNotHaveDuplicates());
    }

    @Test
    void eachParameterIsUniformInItsScale() {
        SearchSpace space = SpaceText.parse("""
                a ~ uniform(-3, 5)
                b ~ logUniform(1e-5, 1e-1)
                """);
        List<Proposal> draws = draw(sampler(), space, 11, 2000);
        for (int d = 0; d < 2; d++) {
            int i = d;
            double[] u =
                    draws.stream().mapToDouble(p -> space.encode(p.point())[i]).toArray();
            // False alarm 1e-4 each, and the seed is fixed.
            assertThat(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(0, 1), u))
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void drawsDoNotDependOnHowManyWereAskedForAtOnce() {
        for (Sampler sampler : List.of(new RandomSampler(), new RandomSampler(true))) {
            for (SearchSpace space : spaces()) {
                List<Proposal> atOnce = draw(sampler, space, 5, 12);
                List<Proposal> single = new ArrayList<>();
                Search search = sampler.start(Question.of(space, Goal.minimize("loss")), new Seed(5));
                for (int i = 0; i < 12; i++) {
                    Search.Step step = search.propose(1, () -> true);
                    single.addAll(step.proposals());
                    search = step.next();
                }
                assertThat(single).isEqualTo(atOnce);
            }
        }
    }

    @Test
    void sobolPointsFillEachParameterEvenly() {
        SearchSpace space = SearchSpace.of(
                Choice.of("kind", "a", "b", "c", "d"), Whole.between("k", 1, 8), Real.logUniform("x", 1e-3, 1));
        List<Proposal> points = draw(new RandomSampler(true), space, 8, 64);
        assertThat(points).extracting(Proposal::origin).containsOnly("sobol");
        for (String kind : List.of("a", "b", "c", "d")) {
            assertThat(points)
                    .filteredOn(p -> p.point().text("kind").equals(kind))
                    .hasSize(16);
        }
        for (int k = 1; k <= 8; k++) {
            int value = k;
            assertThat(points).filteredOn(p -> p.point().whole("k") == value).hasSize(8);
        }
        assertThat(points.stream()
                        .map(p -> (int) (64 * space.encode(p.point())[2]))
                        .distinct())
                .hasSize(64);
    }

    @Test
    void rejectsMoreDimensionsThanSobolHas() {
        SearchSpace space = SearchSpace.of(IntStream.range(0, 21_202)
                .mapToObj(i -> Real.uniform("x" + i, 0, 1))
                .toArray(Parameter[]::new));
        assertThatThrownBy(() -> draw(new RandomSampler(true), space, 1, 1))
                .hasMessage(
                        "Space (21202 dimensions) must have at most 21201 for Sobol points. Maybe plain random ones.");
        assertThat(draw(sampler(), space, 1, 1)).hasSize(1);
    }
}
