package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Counts, plurals, orders and repeats in the words of a report. */
class SummaryDetailsTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 9));

    private static Point x(int x) {
        return Point.of(Map.of("x", x));
    }

    private static StudyReport report(
            SearchSpace space, History history, int folds, long fits, @Nullable TestScore test) {
        return Draft.of(space, history).folds(folds, fits).test(test).report();
    }

    private static History losses(double... losses) {
        return Histories.of(
                Goal.minimize("loss"),
                IntStream.rangeClosed(1, losses.length)
                        .mapToObj(SummaryDetailsTest::x)
                        .toList(),
                p -> Double.isNaN(losses[p.whole("x") - 1]) ? null : Score.of(losses[p.whole("x") - 1]));
    }

    private static String done(int folds, long fits) {
        return Summary.of(report(SPACE, losses(1, 2), folds, fits, null)).done();
    }

    @Test
    void oneFoldIsNoCrossValidationAndOneFitIsSingular() {
        assertThat(done(1, 1)).isEqualTo("Grid search finished: 2 of 9 points, 1 fit, 0.8 s, seed 7.");
        assertThat(done(2, 4)).isEqualTo("Grid search finished: 2 of 9 points, 2-fold CV, 4 fits, 0.8 s, seed 7.");
        assertThat(done(0, 0)).isEqualTo("Grid search finished: 2 of 9 points, 0.8 s, seed 7.");
    }

    @Test
    void prunedTrialsAreCountedAmongThoseThatAreDone() {
        History history = Histories.pruning(Histories.pruning(losses(1, Double.NaN), x(3), 5), x(4), 6);
        assertThat(Summary.of(report(SPACE, history, 0, 0, null)).done())
                .isEqualTo("Grid search finished: 4 of 9 points, 2 pruned, 0.8 s, seed 7.");
    }

    @Test
    void aTestOfOneRowIsSingular() {
        assertThat(Summary.of(report(SPACE, losses(1), 0, 0, new TestScore(1, 0.25, Double.NaN, Double.NaN)))
                        .test())
                .isEqualTo("Test (1 row, used once): 0.2500");
        assertThat(Summary.line(report(SPACE, losses(3, 2), 0, 0, new TestScore(2, 0.25, Double.NaN, Double.NaN))))
                .isEqualTo("Grid search finished: 2 of 9 points, 0.8 s, seed 7. Best loss 2.000 at trial 2: x 2."
                        + " Test (2 rows, used once): 0.2500");
        assertThat(Summary.line(report(SPACE, losses(3, 2), 0, 0, null))).endsWith("at trial 2: x 2.");
    }

    @Test
    void anotherRunOrAnErrorEndsARunToo() {
        StudyReport r = report(SPACE, losses(1), 0, 0, null);
        for (var said : Map.of(
                        Ending.TAKEN_OVER, "Grid search stopped as another run of the study began: 1 of",
                        Ending.BROKEN, "Grid search broken off by an error: 1 of",
                        Ending.TIME, "Grid search stopped as its time was up: 1 of")
                .entrySet()) {
            StudyReport ended = Draft.of(SPACE, r.history())
                    .method(r.method())
                    .budget(r.budget())
                    .ending(said.getKey())
                    .planned(9)
                    .elapsed(r.elapsed())
                    .insights(r.insights())
                    .report();
            assertThat(Summary.of(ended).done()).startsWith(said.getValue());
        }
    }

    private static String front(List<Goal> goals, double[]... scores) {
        History history = History.empty(goals);
        for (double[] score : scores) {
            history = history.plus(Histories.running(history.size() + 1, x(history.size() + 1))
                    .complete(Score.of(java.util.Arrays.stream(score).boxed().toList()), Duration.ofMillis(5)));
        }
        return Summary.of(report(SPACE, history, 0, 0, null)).front();
    }

    @Test
    void theFrontIsNamedByItsTrialsAndItsGoals() {
        List<Goal> two = List.of(Goal.minimize("loss"), Goal.minimize("seconds"));
        assertThat(front(two, new double[] {2, 2}, new double[] {1, 1}, new double[] {3, 1}))
                .isEqualTo("No other trial beats trial 2 in both loss and seconds.");
        assertThat(front(two, new double[] {2, 2}, new double[] {1, 3}, new double[] {3, 3}))
                .isEqualTo("No other trial beats trials 1, 2 in both loss and seconds.");
        List<Goal> three = List.of(Goal.minimize("loss"), Goal.minimize("seconds"), Goal.maximize("gain"));
        assertThat(front(three, new double[] {2, 2, 1}, new double[] {2, 2, 3}, new double[] {1, 1, 2}))
                .isEqualTo("No other trial beats trials 2, 3 in all of loss and seconds and gain.");
        assertThat(front(List.of(Goal.minimize("loss")), new double[] {1}, new double[] {1}))
                .isEmpty();
        double[][] eight =
                IntStream.range(0, 8).mapToObj(i -> new double[] {i, -i}).toArray(double[][]::new);
        assertThat(front(two, eight))
                .isEqualTo("No other trial beats trials 1, 2, 3, 4, 5, 6, 7, 8 in both loss and seconds.");
    }

    @Test
    void theHeatMapToTypeIsOfTheTwoStrongestThatVaryInTheOrderOfTheSpace() {
        SearchSpace space =
                SearchSpace.of(Choice.of("fixed", 1), Choice.of("a", 1, 2), Choice.of("b", 1, 2), Choice.of("c", 1, 2));
        History history = Histories.grid(
                space, Goal.minimize("loss"), p -> Score.of(3 * p.whole("a") + p.whole("b") + 5 * p.whole("c")));
        assertThat(Summary.of(report(space, history, 0, 0, null)).next())
                .containsExactly("s.best()", "s.table()", "%tune plot s heatmap a c");
        History one = Histories.grid(space, Goal.minimize("loss"), p -> Score.of(p.whole("c")));
        assertThat(Summary.of(report(space, one, 0, 0, null)).next())
                .as("what never varies is not asked for")
                .contains("%tune plot s heatmap a c");
        assertThat(Summary.of(report(SPACE, losses(1, 2), 0, 0, null)).next())
                .as("one parameter has no heat map")
                .containsExactly("s.best()", "s.table()");
    }

    @Test
    void theBaselineIsTheFirstTrialOfTheDefaultsWithItsError() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 9).startingAt(2));
        History history = Histories.of(Goal.minimize("loss"), List.of(x(3), x(2), x(1)), p -> Score.of(p.whole("x"))
                .withFolds(List.of(p.whole("x") - 1.0, p.whole("x") + 1.0)));
        assertThat(Summary.of(report(space, Histories.repeating(history, 2), 2, 0, null))
                        .baseline())
                .isEqualTo(
                        "Baseline, the defaults: 2.000 ± 1.0 (SE) at trial 2; the best gains 1.000 on it, the same on all folds.");
    }

    @Test
    void aBaselineWithLessOfTheResourceDoesNotCompare() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 9).startingAt(1));
        assertThat(Summary.of(report(space, rungs(new int[] {1, 3, 9}, 3, 2, 1), 0, 0, null))
                        .baseline())
                .isEqualTo(
                        "Baseline, the defaults: trial 1 had less of the resource than the best, and does not compare.");
        assertThat(Summary.of(report(space, rungs(new int[] {9, 3, 9}, 3, 2, 1), 0, 0, null))
                        .baseline())
                .startsWith("Baseline, the defaults: ");
    }

    @Test
    void whatTheBestGainsOnTheBaselineIsCountedInItsErrors() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 2).startingAt(2));
        double[][] folds = {{5, 6, 7, 8, 9}, {5, 7, 5, 8, 8}};
        History history = Histories.of(Goal.maximize("gain"), List.of(x(2), x(1)), p -> Score.of(
                        p.whole("x") == 1 ? 7 : 6.6)
                .withFolds(
                        java.util.Arrays.stream(folds[p.whole("x") - 1]).boxed().toList()));
        assertThat(Summary.of(report(space, history, 0, 0, null)).baseline())
                .isEqualTo("Baseline, the defaults: 6.600 ± 0.68 (SE) at trial 1; the best gains 0.4000 on it,"
                        + " 0.5 standard errors, which may be the luck of the best of 2.");
    }

    @Test
    void caveatsComeBeforeFailuresAndThoseBeforeWarnings() {
        History history = Histories.of(
                Goal.minimize("loss"),
                List.of(x(1), x(2), x(3)),
                p -> p.whole("x") == 3 ? null : Score.of(1).withWarnings(Map.of("Slow.", 1)));
        assertThat(Summary.of(report(SPACE, history, 0, 0, null)).caveats())
                .containsExactly(
                        "2 points share this score.",
                        "1 of 3 trials failed: IllegalStateException \"no luck\" (x = 3); %tune show s failed",
                        "Warning, 2 times: Slow.");
    }

    @Test
    void warningsStandInTheOrderInWhichTheyCameAndRepeatsDoNotWarnAgain() {
        Map<String, Integer> both = new LinkedHashMap<>();
        both.put("Zebra.", 2);
        both.put("Ape.", 1);
        History history = Histories.of(Goal.minimize("loss"), List.of(x(1), x(2)), p -> Score.of(p.whole("x"))
                .withWarnings(p.whole("x") == 1 ? both : Map.of("Zebra.", 3, "Bear.", 1)));
        assertThat(Warnings.of(Histories.repeating(history, 1)).sentences())
                .containsExactly("Warning, 5 times: Zebra.", "Warning, 1 time: Ape.", "Warning, 1 time: Bear.");
    }

    @Test
    void aRunIsExhaustiveIfItWasToTryAllThatTheConstraintsAllow() {
        Expression small = new Expression.Binary(Operator.LESS, new Expression.Name("x"), new Expression.Literal(5));
        SearchSpace four = new SearchSpace(SPACE.parameters(), List.of(small));
        History none = History.empty(Goal.minimize("loss"));
        List<Boolean> said = new ArrayList<>();
        for (long planned : new long[] {0, 3, 4, 8, 9, 10}) {
            StudyReport r = Draft.of(four, none)
                    .ending(Ending.TRIALS)
                    .planned(planned)
                    .elapsed(Duration.ZERO)
                    .report();
            said.add(r.exhaustive());
        }
        assertThat(said).containsExactly(false, false, true, true, true, true);
    }

    @Test
    void aRunThatProposesAPointTwiceIsNotExhaustive() {
        History once = Histories.of(Goal.minimize("loss"), List.of(x(1), x(2)), p -> Score.of(p.whole("x")));
        assertThat(Draft.of(SPACE, once).planned(20).report().exhaustive()).isTrue();
        assertThat(Draft.of(SPACE, Histories.repeating(once, 1))
                        .planned(20)
                        .report()
                        .exhaustive())
                .isFalse();
    }

    /** Of the points 1, 2, …, each with its resource and its loss. */
    private static History rungs(int[] resources, double... losses) {
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 0; i < losses.length; i++) {
            history = history.plus(new Trial.Running(
                            i + 1, 1, new Proposal(x(i + 1), resources[i], null, "rung"), List.of(), Instant.EPOCH)
                    .complete(Score.of(losses[i]), Duration.ZERO));
        }
        return history;
    }

    @Test
    void ofTwoRanksTheOneWithMoreResourceStandsInFront() {
        History history = rungs(new int[] {4, Proposal.ALL, 4, 9, 9}, 1, 5, 1, 2, 3);
        assertThat(Ranking.of(history).rows())
                .extracting(Ranking.Row::rank, Ranking.Row::number)
                .containsExactly(
                        Tuple.tuple(1, 2), Tuple.tuple(2, 4), Tuple.tuple(3, 5), Tuple.tuple(4, 1), Tuple.tuple(4, 3));
    }

    @Test
    void failedTrialsShareTheRankBehindAllPrunedOnes() {
        History history = losses(2, Double.NaN, 1, Double.NaN);
        history = Histories.repeating(Histories.pruning(Histories.pruning(history, x(5), 1), x(6), 1), 3);
        assertThat(Ranking.of(history).rows())
                .extracting(Ranking.Row::rank, Ranking.Row::number)
                .containsExactly(
                        Tuple.tuple(1, 3),
                        Tuple.tuple(1, 7),
                        Tuple.tuple(3, 1),
                        Tuple.tuple(4, 5),
                        Tuple.tuple(4, 6),
                        Tuple.tuple(6, 2),
                        Tuple.tuple(6, 4));
    }

    @Test
    void ofEqualGroupsTheOneThatCameFirstIsFirstAndRepeatsCount() {
        History history = History.empty(Goal.minimize("loss"));
        for (String type : List.of("B", "A", "C", "A", "B")) {
            history = history.plus(Histories.running(history.size() + 1, x(history.size() + 1))
                    .fail(Failure.thrown(type, "at " + history.size()), Duration.ZERO));
        }
        Failures failures = Failures.of(Histories.repeating(Histories.repeating(history, 3), 3));
        assertThat(failures.trials()).isEqualTo(7);
        assertThat(failures.groups())
                .extracting(g -> g.failure().type(), g -> g.failure().message(), Failures.Group::numbers)
                .containsExactly(
                        Tuple.tuple("C", "at 2", List.of(3, 6, 7)),
                        Tuple.tuple("B", "at 0", List.of(1, 5)),
                        Tuple.tuple("A", "at 1", List.of(2, 4)));
    }
}
