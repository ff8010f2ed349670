package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.Normal;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores by value, heat maps, progress. */
class ViewsTest {
    private static final SearchSpace SPACE =
            SearchSpace.of(Choice.of("kind", "b", "a"), Whole.between("n", 1, 3), Choice.of("flag", true, false));

    private static final History HISTORY = Histories.grid(
            SPACE,
            Goal.maximize("score"),
            p -> p.whole("n") == 3 && p.text("kind").equals("a")
                    ? null
                    : Score.of(p.whole("n") * (p.flag("flag") ? 1.0 : 2.0)));

    @Test
    void scoresByValueStandInTheOrderOfTheSpace() {
        ValueScores scores = ValueScores.of(HISTORY, SPACE);
        assertThat(scores.parameters())
                .extracting(ValueScores.ByParameter::name)
                .containsExactly("kind", "n", "flag");
        assertThat(scores.parameters().get(0).levels())
                .extracting(ValueScores.Level::label)
                .containsExactly("b", "a");
        ValueScores.Level two = scores.parameters().get(1).levels().get(1);
        assertThat(two.scores()).containsExactly(2.0, 2.0, 4.0, 4.0);
        assertThat(two.mean()).isEqualTo(3);
        assertThat(two.low()).isEqualTo(2);
        assertThat(two.high()).isEqualTo(4);
    }

    @Test
    void aHeatMapAveragesOverEverythingElse() {
        Heatmap map = Heatmap.of(HISTORY, SPACE, "n", "kind");
        assertThat(map.columns()).containsExactly("1", "2", "3");
        assertThat(map.rows()).containsExactly("b", "a");
        assertThat(map.means()[0]).containsExactly(1.5, 3, 4.5);
        assertThat(map.means()[1][1]).isEqualTo(3);
        assertThat(map.means()[1][2]).isNaN();
        assertThat(map.best(Goal.maximize("score"))).containsExactly(0, 2);
        assertThat(map.best(Goal.minimize("score"))).containsExactly(0, 0);
    }

    @Test
    void aHeatMapNeedsTwoParametersOfTheSpace() {
        assertThatThrownBy(() -> Heatmap.of(HISTORY, SPACE, "n", "flagg"))
                .hasMessage("Parameter (flagg) must be one of kind, n, flag. Maybe flag.");
        assertThatThrownBy(() -> Heatmap.of(HISTORY, SPACE, "n", "n")).hasMessage("Parameters (n, n) must differ.");
    }

    private static final Pulse REST = new Pulse(LocalTime.NOON, 0, List.of(), false);

    private static Progress progress(int done, int jobs) {
        History history = Histories.first(Histories.iris72(), done);
        return new Progress(
                "iris72",
                "Grid search",
                Histories.iris(),
                history,
                "accuracy",
                72,
                jobs,
                Duration.ofSeconds(9),
                42,
                REST);
    }

    @Test
    void timeLeftIsTheMedianTrialTimesWhatIsLeft() {
        assertThat(progress(2, 1).left()).isEmpty();
        assertThat(progress(3, 1).left()).hasValue(Duration.ofMillis(314 * 69));
        assertThat(progress(3, 2).left()).hasValue(Duration.ofMillis(314 * 35));
        assertThat(progress(72, 1).left()).isEmpty();
        assertThat(progress(36, 1).share()).isEqualTo(0.5);
    }

    @Test
    void continuousValuesShareCells() {
        SearchSpace space = SearchSpace.of(dev.fettle.space.Real.uniform("x", 0, 6));
        History history = Histories.of(
                Goal.maximize("score"),
                java.util.stream.IntStream.range(0, 24)
                        .mapToObj(i -> space.decode(new double[] {i / 24.0}))
                        .toList(),
                p -> Score.of(p.real("x")));
        assertThat(ValueScores.of(history, space).parameters().get(0).levels())
                .extracting(ValueScores.Level::label)
                .isEqualTo(List.of("0.0 … 1.0", "1.0 … 2.0", "2.0 … 3.0", "3.0 … 4.0", "4.0 … 5.0", "5.0 … 6.0"));
    }

    @Test
    void anArrayIsSeenElementByElement() {
        SearchSpace space = SearchSpace.of(
                Whole.between("w", 1, 2).array(2), Normal.of("x", 0, 1).step(2));
        History history = Histories.grid(space, Goal.maximize("score"), p -> Score.of(p.reals("w")[1]));
        assertThat(ValueScores.of(history, space).parameters())
                .extracting(ValueScores.ByParameter::name)
                .containsExactly("w[0]", "w[1]", "x");
        assertThat(VarianceShare.of(history, space).shares())
                .extracting(VarianceShare.Share::share)
                .containsExactly(0.0, 1.0, 0.0);
        assertThat(Heatmap.of(history, space, "w[0]", "w[1]").means()).isDeepEqualTo(new double[][] {{1, 1}, {2, 2}});
        assertThat(Wording.point(space, history.trials().get(0).point())).startsWith("w (1, 1), x ");
        assertThatThrownBy(() -> Heatmap.of(history, space, "w[0]", "w"))
                .hasMessageStartingWith("Parameter (w) must be one of w[0], w[1], x.");
    }

    @Test
    void trialsThatShareAnEarlierResultDoNotShortenTheTimeLeft() {
        History history = Histories.first(Histories.iris72(), 3);
        Trial.Completed first = history.completed().findFirst().orElseThrow();
        for (int n = 4; n <= 12; n++) {
            history = history.plus(new Trial.Completed(
                    n, 1, first.proposal(), List.of(), Instant.EPOCH, Duration.ZERO, first.score(), 1));
        }
        Progress progress = new Progress(
                "iris72", "Grid search", Histories.iris(), history, "accuracy", 72, 1, Duration.ofSeconds(9), 42, REST);
        assertThat(progress.left()).hasValue(Duration.ofMillis(314 * 60));
    }

    @Test
    void cellsOfABellReachAsFarAsTheValuesThatWereDrawn() {
        SearchSpace space = SearchSpace.of(Normal.of("x", 0, 1));
        History history = Histories.of(
                Goal.maximize("score"),
                IntStream.range(0, 24)
                        .mapToObj(i -> space.decode(new double[] {(i + 0.5) / 24}))
                        .toList(),
                p -> Score.of(p.real("x")));
        assertThat(ValueScores.of(history, space).parameters().get(0).levels())
                .extracting(ValueScores.Level::label)
                .hasSize(6)
                .startsWith("-3.0 … -2.0")
                .endsWith("2.0 … 3.0");
    }
}
