package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The score against one parameter, and how often trials fail by its value. */
class SliceTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 5), Choice.of("kind", "b", "a"));

    private static Point point(int x, String kind) {
        return Point.of(Map.of("x", x, "kind", kind));
    }

    /** Five evaluated ones: 2, failed, 2, 4, 9; then a pruned one, and repeats of 2, 1 and 6. */
    private static History mixed(Goal goal) {
        List<Point> points = List.of(point(4, "b"), point(1, "a"), point(2, "b"), point(5, "a"), point(3, "a"));
        double[] scores = {0, Double.NaN, 2, 9, 2, 4};
        History history = Histories.of(goal, points, p -> p.whole("x") == 1 ? null : Score.of(scores[p.whole("x")]));
        history = Histories.pruning(history, point(3, "b"), 0.5, 0.7);
        return Histories.repeating(Histories.repeating(Histories.repeating(history, 2), 1), 6);
    }

    @Test
    void aSliceHasASpotForEachTrialThatWasEvaluatedInTheOrderOfTheTrials() {
        Slice slice = Slice.of(mixed(Goal.minimize("loss")), SPACE, "x");
        assertThat(slice.parameter()).isEqualTo("x");
        assertThat(slice.spots())
                .containsExactly(
                        new Slice.Spot(1, 4, 2),
                        new Slice.Spot(2, 1, Double.NaN),
                        new Slice.Spot(3, 2, 2),
                        new Slice.Spot(4, 5, 4),
                        new Slice.Spot(5, 3, 9));
        assertThat(slice.spots()).extracting(Slice.Spot::failed).containsExactly(false, true, false, false, false);
    }

    @Test
    void theBestOfASliceIsTheFirstOfEqualsByTheGoal() {
        assertThat(Slice.of(mixed(Goal.minimize("loss")), SPACE, "x").best()).contains(new Slice.Spot(1, 4, 2));
        assertThat(Slice.of(mixed(Goal.maximize("gain")), SPACE, "x").best()).contains(new Slice.Spot(5, 3, 9));
        assertThat(Slice.of(Histories.grid(SPACE, Goal.minimize("loss"), p -> null), SPACE, "x")
                        .best())
                .isEmpty();
    }

    @Test
    void aSliceKnowsItsAxis() {
        List<Parameter> all = List.of(
                Real.uniform("real", 0, 1),
                Real.logUniform("log_real", 0.1, 1),
                Whole.between("whole", 1, 9),
                Whole.logBetween("log_whole", 1, 9),
                Normal.of("normal", 0, 1),
                Choice.of("numbers", 1, 2),
                Choice.of("words", "a", "b"));
        SearchSpace space = new SearchSpace(all, List.of());
        History none = History.empty(Goal.minimize("loss"));
        List<String> numeric = new ArrayList<>();
        List<String> log = new ArrayList<>();
        for (String name : space.names()) {
            Slice slice = Slice.of(none, space, name);
            if (slice.numeric()) {
                numeric.add(name);
            }
            if (slice.log()) {
                log.add(name);
            }
        }
        assertThat(numeric).containsExactly("real", "log_real", "whole", "log_whole", "normal");
        assertThat(log).containsExactly("log_real", "log_whole");
    }

    @Test
    void failuresAreCountedByValueAmongAllTrialsRepeatsAndPrunedOnesToo() {
        FailureRates rates = FailureRates.of(mixed(Goal.minimize("loss")), SPACE);
        assertThat(rates.parameters())
                .containsExactly(
                        new FailureRates.ByParameter(
                                "x",
                                List.of(
                                        new FailureRates.Rate("1", 2, 2),
                                        new FailureRates.Rate("2", 0, 1),
                                        new FailureRates.Rate("3", 0, 3),
                                        new FailureRates.Rate("4", 0, 2),
                                        new FailureRates.Rate("5", 0, 1)),
                                List.of()),
                        new FailureRates.ByParameter(
                                "kind",
                                List.of(new FailureRates.Rate("b", 0, 5), new FailureRates.Rate("a", 2, 4)),
                                List.of()));
        assertThat(rates.parameters())
                .extracting(FailureRates.ByParameter::contrast)
                .containsExactly(1.0, 0.5);
        assertThat(new FailureRates.Rate("a", 1, 4).share()).isEqualTo(0.25);
    }

    @Test
    void contrastIsBetweenTheMostAndTheLeastAndNothingWithoutValues() {
        List<FailureRates.Rate> rates = List.of(
                new FailureRates.Rate("a", 3, 4), new FailureRates.Rate("b", 1, 4), new FailureRates.Rate("c", 1, 2));
        assertThat(new FailureRates.ByParameter("p", rates, List.of()).contrast())
                .isEqualTo(0.5);
        assertThat(new FailureRates.ByParameter("p", List.of(), List.of()).contrast())
                .isEqualTo(0);
    }

    @Test
    void ofManyNamesTheFirstTwentyAndTheLastAreSaid() {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 1; i <= 22; i++) {
            parameters.add(Whole.between("p" + i, 1, 2));
        }
        String twenty = "p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15, p16, p17, p18, p19, p20";
        SearchSpace all = new SearchSpace(parameters, List.of());
        assertThatThrownBy(() -> Known.scalar(all, "zzzzzz"))
                .hasMessage("Parameter (zzzzzz) must be one of " + twenty + ", … p22.");
        SearchSpace few = new SearchSpace(parameters.subList(0, 20), List.of());
        assertThatThrownBy(() -> Known.scalar(few, "zzzzzz"))
                .hasMessage("Parameter (zzzzzz) must be one of " + twenty + ".");
        assertThat(Known.scalar(all, "p21").name()).isEqualTo("p21");
    }
}
