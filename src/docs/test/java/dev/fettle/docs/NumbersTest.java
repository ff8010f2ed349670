package dev.fettle.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.insight.Importance;
import dev.fettle.report.trust.CorrectedTest;
import dev.fettle.report.view.Pareto;
import dev.fettle.report.view.VarianceShare;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.hyperband.Bracket;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;

/** The numbers of the examples are those that the code computes. */
class NumbersTest {
    private static final double[] BEST = {0.90, 0.95, 0.92, 0.97, 0.91};
    private static final double[] OTHER = {0.88, 0.95, 0.90, 0.93, 0.92};
    private static final CorrectedTest TEST = CorrectedTest.ofFolds(5);

    /** The text of the example on the page of a statistic. */
    private static String example(String name) {
        return Pages.page("statistics/" + name).markdown().replaceFirst("(?s).*\n## An example\n(.*?)\n## .*", "$1");
    }

    private static String digits(int decimals, double number) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    @Test
    void ofTheStandardError() {
        Score score = Score.of(Arrays.stream(BEST).average().orElseThrow())
                .withFolds(Arrays.stream(BEST).boxed().toList());
        double error = score.standardError();
        assertThat(example("standard-error"))
                .contains("mean " + digits(4, score.value()))
                .contains("s = " + digits(4, error * Math.sqrt(5)), "SE = " + digits(4, error));
        assertThat(example("one-standard-error"))
                .contains("mean " + digits(4, score.value()), "SE " + digits(4, error))
                .contains(digits(4, score.value() - error) + " is the bound");
    }

    @Test
    void ofTheCorrectedTest() {
        double t = TEST.t(BEST, OTHER);
        assertThat(example("corrected-test"))
                .contains("t = " + digits(3, t), "p = " + digits(3, TEST.p(BEST, OTHER)))
                .contains("would have t = " + digits(3, t * Math.sqrt((0.2 + 0.25) / 0.2)));
        assertThat(Pages.page("statistics/corrected-test").markdown()).contains("0.05/71 with 72 points");
    }

    @Test
    void ofTheBaseline() {
        TDistribution student = new TDistribution(4);
        assertThat(example("baseline"))
                .contains(digits(1, TEST.t(BEST, OTHER)) + " standard errors")
                .contains("t = " + digits(2, student.inverseCumulativeProbability(0.95)))
                .contains("39 needs " + digits(2, student.inverseCumulativeProbability(1 - 0.05 / 39)));
    }

    @Test
    void ofTheLuckOfTheBest() {
        List<String> right = List.of("11101011101101", "10111010111011", "01110110101110");
        assertThat(right.stream()
                        .map(r -> r.chars().filter(c -> c == '1').count())
                        .map(String::valueOf))
                .as("the trials of OptimismTest, which has the corrected score")
                .containsExactly("10", "10", "9");
        assertThat(example("luck")).contains("10, 10 and 9 of 14", digits(3, 10.0 / 14), "0.587");
    }

    @Test
    void ofTheTestScore() {
        assertThat(example("test-score")).contains(digits(3, Math.pow(0.025, 1.0 / 30)) + " to 1");
    }

    @Test
    void ofImportance() {
        SearchSpace space = SearchSpace.of(Real.uniform("a", 0, 1), Real.uniform("b", 0, 1));
        History history = Tuning.maximize("score", space, p -> 2 * p.real("a") + p.real("b"))
                .sampler(new RandomSampler())
                .trials(100)
                .run();
        List<Importance.Effect> effects =
                Importance.of(history, space, new Seed(42)).effects();
        assertThat(example("importance"))
                .contains(Stream.of(
                                effects.get(0).share(),
                                effects.get(0).low(),
                                effects.get(0).high(),
                                effects.get(1).share())
                        .map(share -> digits(4, share))
                        .toList());
    }

    @Test
    void ofTheShareOfVariance() {
        SearchSpace space = SearchSpace.of(Whole.between("a", 0, 1), Whole.between("b", 0, 1));
        assertThat(shares(space, (p, probe) -> Score.of(2.0 * p.whole("a") + p.whole("b"))))
                .isEqualTo("0.8 0.2 rest 0.0");
        assertThat(shares(space, (p, probe) -> Score.of(p.whole("a") ^ p.whole("b"))))
                .isEqualTo("0.0 0.0 rest 1.0");
        assertThat(example("share-of-variance")).contains("4/5 = 0.8; that of b is 0.2, and the rest is 0");
    }

    private static String shares(SearchSpace space, Objective objective) {
        History history = Tuning.of(Goal.maximize("score"), space, objective)
                .sampler(new GridSampler())
                .trials(4)
                .run();
        VarianceShare share = VarianceShare.of(history, space);
        return share.shares().stream().map(s -> digits(1, s.share())).collect(Collectors.joining(" ")) + " rest "
                + digits(1, share.rest());
    }

    @Test
    void ofTheHypervolume() {
        double[][] scores = {{0, 0}, {9, 2}, {5, 3}, {10, 10}};
        SearchSpace space = SearchSpace.of(Whole.between("i", 0, 3));
        History history = Tuning.of(
                        List.of(Goal.maximize("one"), Goal.maximize("other")),
                        space,
                        (p, probe) -> Score.of(scores[p.whole("i")][0], scores[p.whole("i")][1]))
                .sampler(new GridSampler())
                .trials(4)
                .run();
        double[] volumes = Pareto.of(history).volumes();
        assertThat(example("hypervolume"))
                .contains(
                        "which is " + digits(4, volumes[0]),
                        "or " + digits(4, volumes[1]),
                        ": " + digits(4, volumes[2]));
        assertThat(volumes[3]).isEqualTo(1);
    }

    @Test
    void ofTheEdge() {
        double chance = 1;
        for (int i = 0; i < 5; i++) {
            chance *= (5.0 - i) / (20 - i);
        }
        assertThat(example("edge")).contains("1/" + digits(0, 1 / chance), digits(5, chance), digits(4, 6 * chance));
    }

    @Test
    void ofHyperband() {
        List<Bracket> brackets = Bracket.hyperband(1, 81, 3);
        assertThat(brackets.get(0).sizes()).containsExactly(81, 27, 9, 3, 1);
        assertThat(brackets.get(1).sizes().get(0)).isEqualTo(34);
        assertThat(brackets.get(1).resources().get(0)).isEqualTo(3);
        assertThat(brackets.get(4).sizes()).containsExactly(5);
        assertThat(Pages.page("methods/hyperband").markdown())
                .contains(
                        "81 points get 1, 27 get 3, 9 get 9, 3 get 27 and 1 gets 81", "34 points at 3", "5 points all");
    }
}
