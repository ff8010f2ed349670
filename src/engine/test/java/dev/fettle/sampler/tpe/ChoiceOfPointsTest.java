package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Proposal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoiceOfPointsTest {
    private static Point choose(Evidence evidence, TpeSampler settings, long seed) {
        return Objects.requireNonNull(
                new Estimator(evidence.space(), settings).choose(evidence, new Seed(seed), () -> true));
    }

    @Test
    void parametersUnderOneConditionShareAGroup() {
        SearchSpace space = TpeSamplerTest.nested();
        assertThat(Group.of(space, Together.BRANCH).stream().map(Group::axes))
                .containsExactly(new int[] {0, 6}, new int[] {1}, new int[] {2, 3}, new int[] {4, 5});
        assertThat(Group.of(space, Together.ALWAYS).stream().map(Group::axes))
                .hasSize(6)
                .startsWith(new int[] {0, 6});
        assertThat(Group.of(space, Together.ALONE)).hasSize(7);
        assertThat(Group.of(TpeSamplerTest.arrays(), Together.BRANCH).get(0).axes())
                .hasSize(9);
    }

    /** With chance alone a point at most 0.1 away comes with probability below 0.2, so 15 of 20 below 1e-7. */
    @Test
    void itGoesWhereTheGoodTrialsAre() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1));
        double[][] places = IntStream.range(0, 20)
                .mapToObj(i -> new double[] {(i + 0.5) / 20})
                .toArray(double[][]::new);
        double[] losses = IntStream.range(0, 20)
                .mapToDouble(i -> Math.abs(places[i][0] - 0.3))
                .toArray();
        Evidence evidence = Trials.evidence(space, places, losses);
        long near = IntStream.range(0, 20)
                .filter(seed ->
                        Math.abs(choose(evidence, new TpeSampler(), seed).real("x") - 0.3) < 0.1)
                .count();
        assertThat(near).isGreaterThanOrEqualTo(15);
    }

    @Test
    void whatIsUnderWayIsKeptAwayFrom() {
        SearchSpace space = SearchSpace.of(Choice.of("c", "a", "b", "c"), Real.uniform("x", 0, 1));
        double[][] places = {{0.1, 0.5}, {0.5, 0.2}, {0.5, 0.8}, {0.9, 0.1}, {0.9, 0.9}};
        Evidence free = Trials.evidence(space, places, 0, 5, 6, 7, 8);
        Evidence busy = free;
        for (int i = 0; i < 12; i++) {
            Point point = space.decode(new double[] {0.1, 0.44 + 0.01 * i});
            busy = busy.made(List.of(Proposal.of(point, "test")));
        }
        assertThat(choose(free, new TpeSampler(), 1).text("c")).isEqualTo("a");
        assertThat(choose(busy, new TpeSampler(), 1).text("c")).isNotEqualTo("a");
    }

    @Test
    void theNextBestComesWhereTheBestIsKnown() {
        SearchSpace space = SpaceText.parse("a in 1..12\nb in 1..10");
        List<Proposal> all = Trials.run(new TpeSampler().withInit(5), space, 3, 500, p -> p.whole("a") + p.whole("b"));
        assertThat(all).extracting(Proposal::point).doesNotHaveDuplicates().hasSize(120);
        assertThat(all).extracting(Proposal::origin).containsOnly("init", "tpe");
    }

    @Test
    void aSpaceTooLargeToLookAtIsExhaustedAsWell() {
        SearchSpace space = SpaceText.parse("a in 1..33\nb in 1..32");
        List<Proposal> all = Trials.run(new TpeSampler(), space, 3, 2000, p -> p.whole("a") + p.whole("b"));
        assertThat(all).extracting(Proposal::point).doesNotHaveDuplicates().hasSize(1056);
        assertThat(all.subList(10, 200)).extracting(Proposal::origin).containsOnly("tpe");
    }

    @Test
    void allPointsOfASmallSpaceAreLookedAtWhateverTheSeed() {
        SearchSpace space = SpaceText.parse("a in 1..9\nb in {x, y, z}\nc in 1..9 if b == y\nrequire a + c < 15");
        Evidence evidence =
                Trials.evidence(space, new double[][] {{0.4, 0.5, 0.2}, {0.9, 0.1, 0}, {0.8, 0.9, 0}}, 1, 2, 3);
        Point first = choose(evidence, new TpeSampler(), 1);
        assertThat(IntStream.range(2, 12).mapToObj(seed -> choose(evidence, new TpeSampler(), seed)))
                .containsOnly(first);
        assertThat(first.text("b")).isEqualTo("y");
    }

    /** The product of the sizes is 24,000, and there are 60 points. */
    @Test
    void branchesAreCountedOneByOne() {
        SearchSpace space =
                SpaceText.parse("m in {x, y, z}\na in 1..20 if m == x\nb in 1..20 if m == y\nc in 1..20 if m == z");
        List<Proposal> all = Trials.run(new TpeSampler(), space, 3, 500, p -> p.has("a") ? p.whole("a") : 5);
        assertThat(all).hasSize(60);
        assertThat(all.subList(10, 60)).extracting(Proposal::origin).containsOnly("tpe");
    }

    @Test
    void constraintsAreKeptByDrawingAgain() {
        SearchSpace space = SpaceText.parse("a ~ uniform(0, 1)\nb ~ uniform(0, 1)\nrequire a + b < 0.3");
        List<Proposal> all = Trials.run(new TpeSampler(), space, 4, 60, p -> -p.real("a") - p.real("b"));
        assertThat(all).allMatch(p -> space.allows(p.point()));
        assertThat(all.subList(10, 60)).extracting(Proposal::origin).containsOnly("tpe");
    }

    /** By chance half of 200 points would lie in the failing half, and 70 or fewer with probability 1.3e-5. */
    @Test
    void whereTrialsFailItGoesSeldom() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1), Real.uniform("y", 0, 1));
        long there = 0;
        for (int seed = 0; seed < 5; seed++) {
            List<Proposal> all =
                    Trials.run(new TpeSampler(), space, seed, 50, p -> p.real("x") < 0.5 ? Double.NaN : p.real("y"));
            there += all.subList(10, 50).stream()
                    .filter(p -> p.point().real("x") < 0.5)
                    .count();
        }
        assertThat(there).isLessThanOrEqualTo(70);
    }

    @Test
    void lossesWithoutUseAreTolerated() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1), Choice.of("c", "a", "b"));
        double[] losses = {1e300, -1e300, 1e-300, 0, -0.0, Double.NaN};
        AtomicInteger next = new AtomicInteger();
        List<Proposal> wild =
                Trials.run(new TpeSampler(), space, 6, 40, p -> losses[next.getAndIncrement() % losses.length]);
        assertThat(wild.subList(10, 40)).extracting(Proposal::origin).containsOnly("tpe");
        assertThat(Trials.run(new TpeSampler(), space, 6, 40, p -> Double.NaN)).hasSize(40);
        assertThat(Trials.run(new TpeSampler(), space, 6, 40, p -> 7)).hasSize(40);
    }

    @Test
    void itStopsWithinTheWorkOfTenMilliseconds() {
        SearchSpace space = SpaceText.parse("w[2000] ~ normal(0, 1)");
        Evidence evidence = Evidence.none(space);
        for (int i = 1; i <= 60; i++) {
            Point point = space.decode(new Seed(i).random().doubles(2000).toArray());
            evidence = evidence.tell(Trials.scored(i, point, i));
        }
        AtomicInteger looks = new AtomicInteger();
        Point stopped =
                new Estimator(space, new TpeSampler()).choose(evidence, new Seed(1), () -> looks.incrementAndGet() < 3);
        assertThat(stopped).isNull();
        assertThat(looks.get()).isEqualTo(3);
    }
}
