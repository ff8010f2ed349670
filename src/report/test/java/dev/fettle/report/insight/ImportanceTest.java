package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceTest {
    private static final SearchSpace CUBE = SearchSpace.of(
            Real.uniform("a", 0, 1),
            Real.uniform("b", 0, 1),
            Real.uniform("c", 0, 1),
            Real.uniform("d", 0, 1),
            Real.uniform("e", 0, 1));

    private static final int STUDIES = 200;

    private static History random(SearchSpace space, int trials, long seed, ToDoubleFunction<Point> score) {
        return Histories.random(space, Goal.maximize("score"), trials, seed, p -> Score.of(score.applyAsDouble(p)));
    }

    private static List<Importance> studies(ToDoubleFunction<Point> score) {
        List<Importance> all = new ArrayList<>();
        for (int seed = 0; seed < STUDIES; seed++) {
            all.add(Importance.of(random(CUBE, 100, seed, score), CUBE, new Seed(seed)));
        }
        return all;
    }

    private static long covered(List<Importance> studies, int parameter, double truth) {
        return studies.stream()
                .map(s -> s.effects().get(parameter))
                .filter(e -> e.low() <= truth && truth <= e.high())
                .count();
    }

    private static double mean(List<Importance> studies, int parameter) {
        return studies.stream()
                .mapToDouble(s -> s.effects().get(parameter).share())
                .average()
                .orElseThrow();
    }

    /**
     * The variance of w·x is w²/12, so the indices are w²/Σw². Of 200 intervals that cover with probability 0.9 fewer than 165
     * cover with probability 4e-4.
     */
    @Test
    void intervalsCoverTheSobolIndicesOfASum() {
        double[] weights = {3, 2, 1, 0.5, 0};
        double total = 9 + 4 + 1 + 0.25;
        List<Importance> studies = studies(p -> 3 * p.real("a") + 2 * p.real("b") + p.real("c") + 0.5 * p.real("d"));
        for (int i = 0; i < 4; i++) {
            double truth = weights[i] * weights[i] / total;
            assertThat(covered(studies, i, truth)).as(CUBE.names().get(i)).isBetween(165L, 200L);
            assertThat(mean(studies, i)).isCloseTo(truth, within(0.015));
        }
    }

    /** A parabola, a sine and a step with variances 16/180, 0.045 and 0.0384; the broken line misses a little of the step. */
    @Test
    void intervalsCoverTheSobolIndicesOfCurves() {
        double[] variances = {16.0 / 180, 0.045, 0.0384};
        double total = variances[0] + variances[1] + variances[2];
        List<Importance> studies = studies(p -> 4 * (p.real("a") - 0.5) * (p.real("a") - 0.5)
                + 0.3 * StrictMath.sin(2 * StrictMath.PI * p.real("b"))
                + (p.real("c") > 0.6 ? 0.4 : 0));
        for (int i = 0; i < 3; i++) {
            assertThat(covered(studies, i, variances[i] / total))
                    .as(CUBE.names().get(i))
                    .isBetween(165L, 200L);
            assertThat(mean(studies, i)).isCloseTo(variances[i] / total, within(0.035));
        }
    }

    /** Cells would give it (6 − 1)/(100 − 1) = 5 % by chance alone. The bound leaves room for 5 % that exclude 0. */
    @Test
    void aParameterThatDoesNotMatterIsNearZeroAndItsIntervalIncludesIt() {
        List<Importance> studies = studies(p -> p.real("a") + p.real("b") * p.real("c"));
        for (int i = 3; i < 5; i++) {
            assertThat(covered(studies, i, 0)).isGreaterThanOrEqualTo(190L);
            assertThat(mean(studies, i)).isLessThan(0.02);
        }
    }

    @Test
    void theScaleOfAParameterAndOfTheScoreDoesNotMatter() {
        SearchSpace log = SearchSpace.of(
                Real.logUniform("a", 1e-6, 1), Real.uniform("b", -5, 100), Whole.between("c", 1, 1_000_000));
        History plain = random(log, 60, 1, p -> log.encode(p)[0] + log.encode(p)[1]);
        History large = random(log, 60, 1, p -> 1e300 * (log.encode(p)[0] + log.encode(p)[1]));
        Importance one = Importance.of(plain, log, new Seed(1));
        Importance other = Importance.of(large, log, new Seed(1));
        for (int i = 0; i < 3; i++) {
            assertThat(other.effects().get(i).share())
                    .isCloseTo(one.effects().get(i).share(), within(1e-9));
        }
    }

    @Test
    void valuesOfAChoiceNeedNoOrder() {
        SearchSpace space = SearchSpace.of(Choice.of("kind", "a", "b", "c"), Real.uniform("x", 0, 1));
        History history = random(space, 90, 3, p -> p.text("kind").equals("b") ? 1 : 0);
        Importance.Effect kind =
                Importance.of(history, space, new Seed(3)).effects().get(0);
        assertThat(kind.share()).isCloseTo(1, within(1e-9));
        assertThat(kind.low()).isCloseTo(1, within(1e-9));
    }

    /** Half of the points have a rate, worth 4/12 of variance; beside it the jump of 2 has 1, so it has (1/6) ÷ (7/6). */
    @Test
    void aConditionalParameterCountsWhereItIsActive() {
        Expression sgd =
                new Expression.Binary(Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"));
        SearchSpace space = SearchSpace.of(
                Choice.of("solver", "sgd", "adam"), Real.uniform("rate", -1, 1).when(sgd));
        History history = random(space, 400, 5, p -> p.text("solver").equals("adam") ? 2 : p.real("rate"));
        List<Importance.Effect> effects =
                Importance.of(history, space, new Seed(5)).effects();
        assertThat(effects.get(1).share()).isCloseTo(1.0 / 7, within(0.04));
        assertThat(effects.get(1).low()).isLessThan(1.0 / 7);
        assertThat(effects.get(1).high()).isGreaterThan(1.0 / 7);
        assertThat(effects.get(0).share()).isCloseTo(6.0 / 7, within(0.04));
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherSeedTheSameEstimate() {
        History history = random(CUBE, 80, 9, p -> p.real("a"));
        Importance one = Importance.of(history, CUBE, new Seed(1));
        assertThat(Importance.of(history, CUBE, new Seed(1))).isEqualTo(one);
        Importance other = Importance.of(history, CUBE, new Seed(2));
        assertThat(other).isNotEqualTo(one);
        assertThat(other.effects().get(0).share())
                .isEqualTo(one.effects().get(0).share());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9})
    void fewPointsSayNothing(int trials) {
        Importance importance = Importance.of(random(CUBE, trials, 1, p -> p.real("a")), CUBE, new Seed(1));
        assertThat(importance.effects()).isEmpty();
        assertThat(importance.reason())
                .isEqualTo("Importance needs 10 different scored points; there are " + trials + ".");
    }

    @Test
    void equalScoresSayNothing() {
        Importance importance = Importance.of(random(CUBE, 20, 1, p -> 0.5), CUBE, new Seed(1));
        assertThat(importance.effects()).isEmpty();
        assertThat(importance.reason()).isEqualTo("All 20 points have the same score.");
    }

    @Test
    void aValueForEveryTrialTellsNothingApart() {
        Object[] names = new Object[50];
        for (int i = 0; i < names.length; i++) {
            names[i] = "name" + i;
        }
        SearchSpace space = SearchSpace.of(Choice.of("name", names), Real.uniform("x", 0, 1));
        Importance importance = Importance.of(random(space, 40, 1, p -> p.real("x")), space, new Seed(1));
        assertThat(importance.effects().get(0).known()).isFalse();
        assertThat(importance.sorted()).singleElement().satisfies(e -> assertThat(e.share())
                .isGreaterThan(0.95));
    }

    @Test
    void ofManyTrialsAnEvenSelectionSpeaks() {
        Importance importance = Importance.of(random(CUBE, 5000, 1, p -> p.real("a")), CUBE, new Seed(1));
        assertThat(importance.trials()).isEqualTo(1000);
        assertThat(importance.effects().get(0).share()).isCloseTo(1, within(1e-3));
    }

    @Test
    void scoresThatDifferInTheirLastDigitsCountAsMuchAsAnyOthers() {
        ToDoubleFunction<Point> steps = p -> Math.floor(3 * p.real("a")) + Math.floor(2 * p.real("b"));
        Importance plain = Importance.of(random(CUBE, 60, 1, steps), CUBE, new Seed(1));
        for (ToDoubleFunction<Point> scaled : List.<ToDoubleFunction<Point>>of(
                p -> 1 + steps.applyAsDouble(p) * Math.ulp(1.0),
                p -> 1e300 * steps.applyAsDouble(p),
                p -> Double.MIN_VALUE * steps.applyAsDouble(p),
                p -> (steps.applyAsDouble(p) / 1.5 - 1) * Double.MAX_VALUE)) {
            Importance same = Importance.of(random(CUBE, 60, 1, scaled), CUBE, new Seed(1));
            for (int i = 0; i < 5; i++) {
                assertThat(same.effects().get(i).share())
                        .isCloseTo(plain.effects().get(i).share(), within(1e-9));
                assertThat(same.effects().get(i).high())
                        .isCloseTo(plain.effects().get(i).high(), within(1e-9));
            }
        }
    }

    @Test
    void whatIsShownAddsUpToOneAtMost() {
        for (int seed = 0; seed < 30; seed++) {
            Importance importance = Importance.of(
                    random(CUBE, 20, seed, p -> p.real("a") + p.real("b") + p.real("c")), CUBE, new Seed(1));
            Importance scaled = importance.scaled();
            assertThat(scaled.sum()).isCloseTo(Math.min(1, importance.sum()), within(1e-9));
            assertThat(scaled.sorted().stream().map(Importance.Effect::parameter))
                    .containsExactlyElementsOf(importance.sorted().stream()
                            .map(Importance.Effect::parameter)
                            .toList());
        }
    }

    @Test
    void sharesOverlapWhereParametersMovedTogether() {
        assertThat(Importance.of(random(CUBE, 60, 1, p -> p.real("a")), CUBE, new Seed(1))
                        .overlapping())
                .isFalse();
        History together = Histories.of(
                Goal.maximize("score"),
                IntStream.range(0, 60)
                        .mapToObj(i -> CUBE.decode(new double[] {i / 60.0, i / 60.0, i / 60.0, i % 7 / 7.0, 0.5}))
                        .toList(),
                p -> Score.of(p.real("a")));
        assertThat(Importance.of(together, CUBE, new Seed(1)).overlapping()).isTrue();
        assertThat(Plots.found()
                        .draw(Histories.report(CUBE, together), List.of("importance"))
                        .alt())
                .endsWith(" They overlap: among these trials parameters moved together."
                        + " Made smaller alike, as they add up to 300 %.");
    }
}
