package dev.fettle.report.view.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.summary.Histories;
import dev.fettle.sampler.bayes.Surrogate;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurrogatePlaneTest {
    private static final SearchSpace SPACE = SpaceText.parse("""
            rate ~ logUniform(1e-4, 1)
            k in 1..5
            kind in {a, b}
            only in {p, q, r} default q if kind == b
            w[2] ~ uniform(0, 1)
            require k != 4 || w[0] < 0.5
            """);
    private static final History HISTORY = history(Goal.minimize("loss"));
    private static final Surrogate SURROGATE = Surrogate.of(SPACE, HISTORY).orElseThrow();

    /** Kind a is better by 1, so that the best trial of all is without {@code only}. */
    private static History history(Goal goal) {
        return Histories.random(SPACE, goal, 60, 1, p -> Score.of(goal.loss(loss(p))));
    }

    private static double loss(Point p) {
        double rate = Math.log10(p.real("rate")) + 2;
        return rate * rate + p.whole("k") + (p.text("kind").equals("a") ? 0 : 1);
    }

    private static SurrogatePlane plane(String x, String y) {
        return SurrogatePlane.of(SURROGATE, null, HISTORY, SPACE, x, y);
    }

    @Test
    void eachMeanIsWhatTheModelSaysOfThatPoint() {
        SurrogatePlane plane = plane("rate", "kind");
        assertThat(plane.held()).isEqualTo(HISTORY.best().orElseThrow());
        assertThat(plane.across().words()).isFalse();
        assertThat(plane.across().log()).isTrue();
        assertThat(plane.across().values()).hasSize(31).startsWith(1e-4).endsWith(1.0);
        assertThat(plane.down().values()).containsExactly("a", "b");
        Map<String, Object> values = SPACE.complete(plane.held().point());
        values.put("rate", plane.across().values().get(7));
        values.put("kind", "b");
        values.put("only", "q");
        assertThat(plane.means()[1][7])
                .isEqualTo(SURROGATE.at(SPACE.canonical(values)).mean());
    }

    @Test
    void theBestIsThatOfTheGoal() {
        SurrogatePlane.Spot best = plane("rate", "k").best();
        assertThat((Double) best.across()).isBetween(2e-3, 5e-2);
        assertThat(best.down()).isEqualTo(1);
        History up = history(Goal.maximize("gain"));
        SurrogatePlane other = SurrogatePlane.of(Surrogate.of(SPACE, up).orElseThrow(), null, up, SPACE, "rate", "k");
        assertThat(other.best().down()).isEqualTo(1);
        assertThat(other.best().score())
                .isEqualTo(Arrays.stream(other.means())
                        .flatMapToDouble(Arrays::stream)
                        .max()
                        .orElseThrow());
    }

    @Test
    void whatIsForbiddenOrInactiveHasNoBelief() {
        SurrogatePlane plane = plane("w[0]", "k");
        List<Object> columns = plane.across().values();
        for (int r = 0; r < plane.means().length; r++) {
            for (int c = 0; c < columns.size(); c++) {
                boolean forbidden = plane.down().values().get(r).equals(4) && (Double) columns.get(c) >= 0.5;
                assertThat(Double.isNaN(plane.means()[r][c])).isEqualTo(forbidden);
            }
        }
        SurrogatePlane choices = plane("kind", "only");
        assertThat(choices.held().point().text("kind")).isEqualTo("b");
        assertThat(IntStream.range(0, 3).mapToObj(i -> Double.isNaN(choices.means()[i][0])))
                .containsOnly(true);
        assertThat(IntStream.range(0, 3).mapToObj(i -> Double.isNaN(choices.means()[i][1])))
                .containsOnly(false);
    }

    @Test
    void theScoredPointsWithBothAreThereTheBestFirst() {
        SurrogatePlane plane = plane("only", "rate");
        assertThat(plane.spots().get(0).trial()).isEqualTo(plane.held().number());
        assertThat(plane.spots().stream().map(SurrogatePlane.Spot::trial).collect(Collectors.toSet()))
                .isEqualTo(HISTORY.evaluated().stream()
                        .filter(t -> t.point().has("only"))
                        .map(t -> t.number())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theNextTrialHasAPlaceWhereItHasBoth() {
        Point next = HISTORY.best().orElseThrow().point();
        assertThat(SurrogatePlane.of(SURROGATE, next, HISTORY, SPACE, "rate", "k")
                        .next())
                .contains(new SurrogatePlane.Spot(0, next.real("rate"), next.whole("k"), Double.NaN));
        assertThat(SurrogatePlane.of(SURROGATE, next, HISTORY, SPACE, "rate", "only")
                        .next())
                .isEmpty();
    }

    @Test
    void aChoiceOfManyWordsIsRefused() {
        String words = IntStream.range(0, 50).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)\nword in {" + words + "}");
        History history = Histories.random(space, Goal.minimize("loss"), 20, 1, p -> Score.of(p.real("x")));
        Surrogate surrogate = Surrogate.of(space, history).orElseThrow();
        assertThatThrownBy(() -> SurrogatePlane.of(surrogate, null, history, space, "x", "word"))
                .hasMessage("Parameter (word) must have at most 40 values to stand in plot (contour). Maybe rank, which"
                        + " shows the trials alone.");
        assertThatThrownBy(() -> SurrogatePlane.of(surrogate, null, history, space, "x", "x"))
                .hasMessage("Parameters (x, x) must differ.");
        assertThatThrownBy(() -> SurrogatePlane.of(surrogate, null, history, space, "z", "x"))
                .hasMessage("Parameter (z) must be one of x, word.");
    }
}
