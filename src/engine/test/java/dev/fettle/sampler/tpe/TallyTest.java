package dev.fettle.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.sampler.evidence.Evidence;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Proposal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final SearchSpace LINE = SearchSpace.of(Real.uniform("x", 0, 1));

    private static Point at(double x) {
        return LINE.decode(new double[] {x});
    }

    private static Split split(Evidence evidence, TpeSampler settings, int mostBad) {
        List<Group> groups = Group.of(evidence.space(), settings.together());
        return only(new Ranking(groups, settings), evidence, mostBad);
    }

    private static Split only(Ranking ranking, Evidence evidence, int mostBad) {
        return Objects.requireNonNull(ranking.splits(evidence, mostBad, new Pulse(() -> true)))
                .get(0);
    }

    private static double[] first(double[][] places) {
        return Arrays.stream(places).mapToDouble(p -> p[0]).toArray();
    }

    /** Half of all that have a loss are good. */
    private static Split half(Evidence evidence) {
        return split(evidence, new TpeSampler().withGood(0.5, 100), 500);
    }

    @Test
    void theBestAreGoodInTheOrderOfTime() {
        double[][] places = {{0.1}, {0.2}, {0.3}, {0.4}};
        Split split = half(Trials.evidence(LINE, places, 2, 9, -1, 5));
        assertThat(first(split.good())).containsExactly(0.1, 0.3);
        assertThat(first(split.bad())).containsExactly(0.2, 0.4);
    }

    @Test
    void theEarlierOfEqualOnesIsBetter() {
        double[][] places = {{0.1}, {0.2}, {0.3}, {0.4}};
        assertThat(first(half(Trials.evidence(LINE, places, 7, 7, 7, 7)).good()))
                .containsExactly(0.1, 0.2);
        assertThat(first(half(Trials.evidence(LINE, places, 0.0, -0.0, 0.0, -0.0))
                        .good()))
                .containsExactly(0.1, 0.2);
    }

    @Test
    void lossesOfAnySizeAreRanked() {
        double[][] places = {{0.1}, {0.2}, {0.3}, {0.4}, {0.5}, {0.6}};
        Split split = half(Trials.evidence(LINE, places, 1e300, 1e-300, -1e300, 0, -1e-300, 1.5e300));
        assertThat(first(split.good())).containsExactly(0.3, 0.4, 0.5);
    }

    @Test
    void prunedTrialsComeBehindCompleteOnesAndFailedOnesAreNeverGood() {
        Evidence evidence = Evidence.none(LINE)
                .tell(Trials.pruned(1, at(0.1), -100))
                .tell(Trials.scored(2, at(0.2), 50))
                .tell(Trials.pruned(3, at(0.3), -200))
                .tell(Trials.pruned(4, at(0.4), Double.NaN))
                .tell(Trials.failed(5, at(0.5)))
                .tell(Trials.scored(6, at(0.6), 40));
        assertThat(first(half(evidence).good())).containsExactly(0.2, 0.6);
        TpeSampler three = new TpeSampler().withGood(0.75, 3);
        assertThat(first(split(evidence, three, 500).good())).containsExactly(0.2, 0.3, 0.6);
        TpeSampler all = new TpeSampler().withGood(1, 100);
        assertThat(first(split(evidence, all, 500).good())).containsExactly(0.1, 0.2, 0.3, 0.6);
        assertThat(first(split(evidence, all, 500).bad())).containsExactly(0.4, 0.5);
    }

    @Test
    void whereAllFailedNothingIsGood() {
        Evidence evidence = Evidence.none(LINE).tell(Trials.failed(1, at(0.1))).tell(Trials.failed(2, at(0.2)));
        assertThat(half(evidence).good()).isEmpty();
        assertThat(first(half(evidence).bad())).containsExactly(0.1, 0.2);
    }

    @Test
    void whatIsUnderWayIsBad() {
        Evidence evidence =
                Trials.evidence(LINE, new double[][] {{0.1}, {0.2}}, 1, 2).made(List.of(Proposal.of(at(0.7), "test")));
        assertThat(first(half(evidence).bad())).containsExactly(0.2, 0.7);
        assertThat(first(half(evidence).good())).containsExactly(0.1);
    }

    @Test
    void trialsFadeBeforeTheLast25() {
        assertThat(IntStream.range(0, 6).mapToDouble(i -> Tally.weight(i, 29)).toArray())
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(1 / 29.0, (1 + 2 / 29.0) / 3, (2 + 1 / 29.0) / 3, 1.0, 1.0, 1.0);
        assertThat(Tally.weight(0, 25)).isEqualTo(1);
        assertThat(Tally.weight(0, 26)).isEqualTo(1 / 26.0);
    }

    /** What an ask costs is bounded by how many kernels it looks at, whatever was told before. */
    @Test
    void kernelsAreBoundedAndStandForAll() {
        int n = 10_000;
        double[][] places = IntStream.range(0, n)
                .mapToObj(i -> new double[] {(i + 0.5) / n})
                .toArray(double[][]::new);
        // The best are the first, so that thinning has to step over them.
        double[] losses = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        Split split = split(Trials.evidence(LINE, places, losses), new TpeSampler(), 500);
        assertThat(split.good()).hasNumberOfRows(25);
        assertThat(split.bad().length).isBetween(470, 500);
        assertThat(first(split.bad())).isSorted().doesNotHaveDuplicates();
        assertThat(first(split.bad())[split.bad().length - 1]).isEqualTo(places[n - 1][0]);
        double whole = IntStream.range(0, n - 25)
                .mapToDouble(i -> Tally.weight(i, n - 25))
                .sum();
        assertThat(DoubleStream.of(split.badWeights()).sum()).isCloseTo(whole, within(0.02 * whole));
    }

    @Test
    void manyDimensionsHaveFewKernelsAndFewHaveSomeHundreds() {
        assertThat(Estimator.mostBad(6)).isEqualTo(400);
        assertThat(Estimator.mostBad(1000)).isEqualTo(100);
        assertThat(Estimator.mostBad(100_000)).isEqualTo(50);
    }

    /** The memory must not be mixed up by evidence that shares a past, or has another one. */
    @Test
    void whatIsRememberedChangesNoAnswer() {
        TpeSampler settings = new TpeSampler();
        Ranking kept = new Ranking(Group.of(LINE, settings.together()), settings);
        Evidence root = Trials.evidence(LINE, new double[][] {{0.1}, {0.2}, {0.3}}, 3, 2, 1);
        Evidence left = root.tell(Trials.scored(4, at(0.4), 0)).tell(Trials.scored(5, at(0.5), 9));
        Evidence right = root.tell(Trials.scored(4, at(0.6), 7)).tell(Trials.scored(5, at(0.7), 8));
        for (Evidence e : List.of(root, left, right, left, root, right, Evidence.none(LINE), left)) {
            Split fresh = split(e, settings, 500);
            Split again = only(kept, e, 500);
            assertThat(again.good()).isDeepEqualTo(fresh.good());
            assertThat(again.bad()).isDeepEqualTo(fresh.bad());
        }
    }
}
