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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurrogateSliceTest {
    private static final SearchSpace SPACE = SpaceText.parse("""
            rate ~ logUniform(1e-4, 1)
            units ~ int(1, 100)
            k in 1..5
            kind in {a, b}
            only in {p, q, r} default q if kind == b
            w[2] ~ uniform(0, 1)
            require k != 4
            """);
    private static final Goal DOWN = Goal.minimize("loss");
    private static final History HISTORY = history(DOWN);
    private static final Surrogate SURROGATE = Surrogate.of(SPACE, HISTORY).orElseThrow();

    /** Kind a is better by 1, so that the best trial of all is without {@code only}; a few fail. */
    private static History history(Goal goal) {
        return Histories.random(SPACE, goal, 60, 1, p -> p.whole("units") > 90 ? null : Score.of(goal.loss(loss(p))));
    }

    private static double loss(Point p) {
        double rate = Math.log10(p.real("rate")) + 2;
        return rate * rate
                + p.whole("units") / 100.0
                + p.whole("k")
                + (p.text("kind").equals("a") ? 0 : 1);
    }

    private static SurrogateSlice slice(String name) {
        return SurrogateSlice.of(SURROGATE, null, HISTORY, SPACE, name);
    }

    private static List<Object> values(SurrogateSlice slice) {
        return slice.beliefs().stream().map(SurrogateSlice.Belief::value).toList();
    }

    /** What the model says of a trial whose parameter has another value. */
    private static SurrogateSlice.Belief believed(SurrogateSlice slice, Object value, Map<String, ?> changed) {
        Map<String, Object> values = SPACE.complete(slice.held().point());
        values.putAll(changed);
        Surrogate.Belief b = SURROGATE.at(SPACE.canonical(values));
        return new SurrogateSlice.Belief(value, b.mean(), b.low(), b.high());
    }

    @Test
    void allElseIsAsInTheBestTrial() {
        SurrogateSlice slice = slice("kind");
        assertThat(slice.held()).isEqualTo(HISTORY.best().orElseThrow());
        assertThat(slice.held().point().text("kind")).isEqualTo("a");
        assertThat(slice.beliefs())
                .containsExactly(
                        believed(slice, "a", Map.of("kind", "a")),
                        believed(slice, "b", Map.of("kind", "b", "only", "q")));
        assertThat(slice.points()).isTrue();
        assertThat(slice.best()).isEqualTo(slice.beliefs().get(0));
    }

    @Test
    void aParameterThatIsInactiveInTheBestTrialIsSeenInTheBestThatHasIt() {
        SurrogateSlice slice = slice("only");
        assertThat(slice.held())
                .isEqualTo(HISTORY.completed()
                        .filter(t -> t.point().has("only"))
                        .min(HISTORY::compare)
                        .orElseThrow());
        assertThat(slice.held().point().text("kind")).isEqualTo("b");
        assertThat(values(slice)).containsExactly("p", "q", "r");
        assertThat(slice.beliefs().get(2)).isEqualTo(believed(slice, "r", Map.of("only", "r")));
    }

    @Test
    void aContinuumIsSampledAtEqualStepsOfItsScale() {
        SurrogateSlice slice = slice("rate");
        assertThat(slice.points()).isFalse();
        assertThat(slice.trials().log()).isTrue();
        assertThat(slice.beliefs()).as("and the best trial").hasSize(61);
        assertThat(values(slice))
                .startsWith(1e-4)
                .endsWith(1.0)
                .contains(slice.held().point().real("rate"));
        double first = (Double) values(slice).get(1) / 1e-4;
        double last = 1 / (Double) values(slice).get(59);
        assertThat(first).isCloseTo(last, org.assertj.core.api.Assertions.within(1e-9));
        assertThat((Double) slice.best().value()).isBetween(1e-3, 1e-1);
    }

    @Test
    void ofManyWholeNumbersThereIsASampleAndOfFewAllThatTheConstraintsAllow() {
        assertThat(slice("units").points()).isFalse();
        assertThat(values(slice("units")))
                .hasSizeBetween(60, 61)
                .contains(slice("units").held().point().whole("units"))
                .doesNotHaveDuplicates()
                .startsWith(1, 2)
                .endsWith(100);
        assertThat(slice("k").points()).isTrue();
        assertThat(values(slice("k"))).containsExactly(1, 2, 3, 5);
    }

    @Test
    void anElementOfAnArrayIsAParameter() {
        SurrogateSlice slice = slice("w[1]");
        double other = slice.held().point().reals("w")[0];
        assertThat(slice.beliefs().get(60)).isEqualTo(believed(slice, 1.0, Map.of("w", List.of(other, 1.0))));
    }

    @Test
    void theNextTrialIsSeenWhereItHasTheParameter() {
        Point next = HISTORY.best().orElseThrow().point();
        assertThat(along(next, "k").next()).contains(next.whole("k"));
        assertThat(along(next, "only").next()).isEmpty();
        assertThat(along(null, "k").next()).isEmpty();
    }

    private static SurrogateSlice along(@Nullable Point next, String name) {
        return SurrogateSlice.of(SURROGATE, next, HISTORY, SPACE, name);
    }

    @Test
    void theBestMeanIsThatOfTheGoal() {
        History up = history(Goal.maximize("gain"));
        SurrogateSlice slice = SurrogateSlice.of(Surrogate.of(SPACE, up).orElseThrow(), null, up, SPACE, "k");
        assertThat(slice.best().value()).isEqualTo(1);
        assertThat(slice.beliefs()).allMatch(b -> b.low() <= b.mean() && b.mean() <= b.high());
        assertThat(slice.best().mean())
                .isEqualTo(slice.beliefs().stream()
                        .mapToDouble(SurrogateSlice.Belief::mean)
                        .max()
                        .orElseThrow());
    }

    @Test
    void whatNoScoredTrialHasIsNotShown() {
        SearchSpace space =
                SpaceText.parse("x ~ uniform(0, 1)\nkind in {a, b}\ny ~ uniform(0, 1) if kind == b && x > 0.999999");
        History history = Histories.random(space, DOWN, 20, 1, p -> Score.of(p.real("x")));
        Surrogate surrogate = Surrogate.of(space, history).orElseThrow();
        assertThatThrownBy(() -> SurrogateSlice.of(surrogate, null, history, space, "y"))
                .hasMessage("Plot (surrogate) must have a scored trial with y to show.");
        assertThatThrownBy(() -> SurrogateSlice.of(surrogate, null, history, space, "z"))
                .hasMessage("Parameter (z) must be one of x, kind, y.");
    }
}
