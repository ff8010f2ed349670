package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.report.summary.Histories;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlookTest {
    private static final SearchSpace SPACE = SpaceText.parse("x ~ uniform(0, 1)\ny ~ uniform(0, 1)");
    private static final Goal UP = Goal.maximize("accuracy");

    private static double hill(Point p) {
        return 0.9 - Math.pow(p.real("x") - 0.4, 2) - Math.pow(p.real("y") - 0.6, 2);
    }

    private static History noisy(Goal goal, int trials, double noise, ToDoubleFunction<Point> score) {
        RandomGenerator random = new Seed(5).random();
        return Histories.random(
                SPACE, goal, trials, 2, p -> Score.of(score.applyAsDouble(p) + noise * random.nextGaussian()));
    }

    private static Outlook outlook(History history) {
        return Histories.insights(SPACE, history).outlook();
    }

    @Test
    void aLuckyWinnerIsToldWithTheTrialThatTheModelBelievesIn() {
        assertThat(new Outlook.Luck(37, 0.968, 52, 0.975, 0.0123))
                .hasToString("A model of the scores believes in trial 37 (0.9680 expected) rather than trial 52, whose"
                        + " 0.9750 has luck in it: chance moves a score by ± 0.012.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0.0003 | 0.012 | true | gain 0.00030, about a fortieth of the noise (0.012): more trials will hardly help.",
                "0.006 | 0.012 | true | gain 0.0060, about half of the noise (0.012): more trials may help.",
                "0.02 | 0.012 | true | gain 0.020, more than the noise (0.012): more trials may help.",
                "1e-9 | 0.012 | true | gain less than a thousandth of the noise (0.012): more trials will hardly help.",
                "0 | 2 | false | gain less than a thousandth of the range of the best tenth (2.0): more trials will hardly help.",
                "0.5 | 2 | false | gain 0.50, about a quarter of the range of the best tenth (2.0): more trials may help.",
            })
    void theGainOfOneMoreTrialIsComparedInWords(double gain, double measure, boolean noisy, String end) {
        assertThat(new Outlook.Gain(gain, measure, noisy))
                .hasToString("A model of the scores expects the most promising trial to " + end);
    }

    @ParameterizedTest
    @CsvSource({"0.0999, false", "0.1, true", "7, true", "0, false"})
    void aTrialPaysFromATenthOn(double gain, boolean pays) {
        assertThat(new Outlook.Gain(gain, 1, true).pays()).isEqualTo(pays);
        assertThat(new Outlook(Optional.empty(), Optional.of(new Outlook.Gain(gain, 1, false))).pays())
                .isEqualTo(pays);
    }

    @Test
    void aNoisyWinnerIsDoubtedWhicheverWayTheGoalPoints() {
        History up = noisy(UP, 60, 0.05, OutlookTest::hill);
        Outlook.Luck luck = outlook(up).luck().orElseThrow();
        assertThat(luck.lucky()).isEqualTo(up.best().orElseThrow().number()).isNotEqualTo(luck.trial());
        assertThat(luck.score())
                .isEqualTo(up.best().orElseThrow().score().value())
                .isGreaterThan(luck.expected());
        assertThat(luck.noise()).isBetween(0.03, 0.08);
        History down = Histories.of(
                Goal.minimize("loss"),
                up.trials().stream().map(t -> t.point()).toList(),
                p -> Score.of(-up.completed()
                        .filter(t -> t.point().equals(p))
                        .findFirst()
                        .orElseThrow()
                        .score()
                        .value()));
        Outlook.Luck other = outlook(down).luck().orElseThrow();
        assertThat(other.trial()).isEqualTo(luck.trial());
        assertThat(other.lucky()).isEqualTo(luck.lucky());
        assertThat(other.expected()).isCloseTo(-luck.expected(), within(1e-9));
        assertThat(outlook(down).gain().orElseThrow().noisy()).isTrue();
        assertThat(outlook(down).sentences())
                .satisfiesExactly(first -> assertThat(first).isEqualTo(other.toString()), second -> assertThat(second)
                        .startsWith("The model expects the most promising trial to gain "));
    }

    /** The same trials as if the best score was the best of all. */
    @Test
    void noGainLeadsBeyondAPerfectScore() {
        History history = noisy(UP, 60, 0.05, OutlookTest::hill);
        Surrogate surrogate = Surrogate.of(SPACE, history).orElseThrow();
        double best = history.best().orElseThrow().score().value();
        double free = Outlook.of(history, surrogate, surrogate.next(), OptionalDouble.empty())
                .gain()
                .orElseThrow()
                .size();
        assertThat(free).isGreaterThan(0.001);
        for (double room : new double[] {0, 0.001}) {
            assertThat(Outlook.of(history, surrogate, surrogate.next(), OptionalDouble.of(best + room))
                            .gain()
                            .orElseThrow()
                            .size())
                    .isCloseTo(room, within(1e-15));
        }
    }

    /** Where scores jump, a smooth model believes in more than there is, and takes the rest for noise. */
    @Test
    void noTrialIsBelievedToBeBetterThanAnyScore() {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        Goal down = Goal.minimize("loss");
        for (int seed = 1; seed <= 20; seed++) {
            History history =
                    Histories.random(space, down, 50, seed, p -> Score.of(p.real("x") > 0.6 ? 1 : -p.real("x")));
            assertThat(Histories.insights(space, history).outlook().luck())
                    .satisfiesAnyOf(luck -> assertThat(luck).isEmpty(), luck -> assertThat(luck)
                            .hasValueSatisfying(l -> assertThat(l.expected()).isGreaterThanOrEqualTo(l.score())));
        }
    }

    @Test
    void withoutNoiseTheWinnerStandsAndTheGainIsComparedWithTheBestTenth() {
        History history = noisy(UP, 60, 0, OutlookTest::hill);
        Outlook outlook = outlook(history);
        assertThat(outlook.luck()).isEmpty();
        Outlook.Gain gain = outlook.gain().orElseThrow();
        assertThat(gain.noisy()).isFalse();
        List<Double> best = history.completed()
                .map(t -> -t.score().value())
                .sorted()
                .limit(6)
                .toList();
        assertThat(gain.measure()).isCloseTo(best.get(5) - best.get(0), within(1e-15));
        assertThat(outlook.sentences()).hasSize(1);
    }

    /** Losses 0, 1, …, 20: the best tenth ends at 2, the median is 10. */
    @Test
    void theGainIsComparedWithTheNoiseOnlyWhereThereIsAny() {
        double[] losses = IntStream.rangeClosed(0, 20).mapToDouble(i -> i).toArray();
        assertThat(Outlook.gain(0.1, 0.61, losses)).contains(new Outlook.Gain(0.1, 0.61, true));
        assertThat(Outlook.gain(0.1, 0.6, losses)).contains(new Outlook.Gain(0.1, 2, false));
        assertThat(Outlook.gain(6, 0, losses)).contains(new Outlook.Gain(6, 2, false));
        assertThat(Outlook.gain(6.001, 0, losses)).as("too hopeful").isEmpty();
        assertThat(Outlook.gain(6.001, 1, losses)).contains(new Outlook.Gain(6.001, 1, true));
        assertThat(Outlook.gain(10.001, 1, losses))
                .as("more than the better half differ by")
                .isEmpty();
        assertThat(Outlook.gain(10.001, 4, losses)).contains(new Outlook.Gain(10.001, 4, true));
        assertThat(Outlook.gain(Double.NaN, 1, losses)).isEmpty();
        double[] converged = losses.clone();
        System.arraycopy(new double[] {0, 1e-14, 2e-14}, 0, converged, 0, 3);
        assertThat(Outlook.gain(4e-14, 0, converged))
                .hasValueSatisfying(g -> assertThat(g.pays()).isFalse());
        assertThat(Outlook.gain(Double.POSITIVE_INFINITY, 1, losses)).isEmpty();
        assertThat(Outlook.gain(0, 0, new double[] {1, 1, 1, 5, 5, 5, 6, 6, 6, 6, 6}))
                .as("ties")
                .isEmpty();
    }

    @Test
    void whereMostTrialsShareTheBestScoreRoundingIsNoNoise() {
        double[] plateau = IntStream.range(0, 21)
                .mapToDouble(i -> i < 15 ? 0 : 0.01 * (i - 14))
                .toArray();
        assertThat(Outlook.gain(1.5e-8, 8.8e-8, plateau)).isEmpty();
        assertThat(Outlook.gain(0.001, 0.003, plateau)).contains(new Outlook.Gain(0.001, 0.003, true));
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() {
        assertThat(outlook(noisy(UP, 19, 0.05, OutlookTest::hill))).isEqualTo(Outlook.NONE);
        assertThat(outlook(noisy(UP, 20, 0.05, OutlookTest::hill)).sentences()).isNotEmpty();
        assertThat(outlook(noisy(UP, 60, 0, p -> 0.5))).isEqualTo(Outlook.NONE);
        assertThat(outlook(noisy(UP, 60, 1e-16, p -> 0.5))).isEqualTo(Outlook.NONE);
        assertThat(Outlook.NONE.sentences()).isEmpty();
        assertThat(Outlook.NONE.pays()).isFalse();
    }

    @Test
    void whereEveryPointWasTriedNoOtherIsExpected() {
        SearchSpace space = SpaceText.parse("x in 1..5\ny in 1..5");
        History history = Histories.grid(space, UP, p -> Score.of(p.whole("x") * p.whole("y")));
        assertThat(Histories.insights(space, history).outlook().gain()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.51, more than",
        "1.5, about as much as",
        "0.72, about as much as",
        "0.7, about half of",
        "0.34, about a third of",
        "0.025, about a fortieth of",
        "0.0101, about a hundredth of",
        "0.0009, about a thousandth of",
        "0.00089, ''"
    })
    void aShareIsTheNearestWord(double share, String word) {
        assertThat(Fraction.of(share)).isEqualTo(word);
    }
}
