package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static History run(List<Point> points, Function<Point, @Nullable Failure> failure) {
        History history = History.empty(Goal.maximize("score"));
        for (Point p : points) {
            Trial.Running trial = Histories.running(history.size() + 1, p);
            Failure f = failure.apply(p);
            history =
                    history.plus(f == null ? trial.complete(Score.of(1), Duration.ZERO) : trial.fail(f, Duration.ZERO));
        }
        return history;
    }

    private static List<Point> grid(SearchSpace space) {
        return Histories.grid(space, Goal.maximize("score"), p -> null).trials().stream()
                .map(Trial::point)
                .toList();
    }

    @Test
    void tellsTheRegionInWhichTheyHappen() {
        SearchSpace space = SearchSpace.of(
                Choice.of("kind", "a", "b"),
                new Whole("batch", 16, 128, dev.fettle.space.Scale.LINEAR, 16, null, null));
        History history = run(
                grid(space),
                p -> p.whole("batch") > 96
                        ? Failure.thrown("IllegalArgumentException", "batch must be at most 96")
                        : null);
        assertThat(Failures.of(history).sentences("s"))
                .containsExactly("4 of 16 trials failed: IllegalArgumentException \"batch must be at most 96\" "
                        + "(batch = 112, 128); %tune show s failed");
    }

    @Test
    void messagesThatDifferInNumbersAreOneGroup() {
        SearchSpace space = SearchSpace.of(Whole.between("batch", 1, 9));
        History history = run(
                grid(space),
                p -> p.whole("batch") > 3
                        ? Failure.thrown("E", "Batch (" + p.whole("batch") + ") must be at most 3.")
                        : null);
        assertThat(Failures.of(history).sentences("s"))
                .containsExactly("6 of 9 trials failed: E \"Batch (4) must be at most 3.\" (batch = 4 … 9); "
                        + "%tune show s failed");
    }

    @Test
    void theLargestGroupComesFirst() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 6));
        History history = run(
                grid(space),
                p -> p.whole("x") == 1 ? Failure.thrown("A", "") : p.whole("x") < 4 ? Failure.thrown("B", "b") : null);
        assertThat(Failures.of(history).sentences("s"))
                .containsExactly(
                        "2 of 6 trials failed: B \"b\" (x = 2, 3); %tune show s failed",
                        "1 of 6 trials failed: A (x = 1); %tune show s failed");
    }

    @Test
    void numbersAmongThoseThatWorkedExplainNothing() {
        SearchSpace space = SearchSpace.of(Real.uniform("x", 0, 1));
        List<Point> points = List.of(0.1, 0.2, 0.3, 0.4).stream()
                .map(x -> Point.of(Map.of("x", x)))
                .toList();
        History history = run(points, p -> p.real("x") == 0.2 || p.real("x") == 0.4 ? Failure.thrown("E", "m") : null);
        assertThat(Failures.of(history).groups()).singleElement().satisfies(g -> {
            assertThat(g.region()).isEmpty();
            assertThat(g.numbers()).containsExactly(2, 4);
        });
        assertThat(space.names()).containsExactly("x");
    }

    @Test
    void whereAllFailThereIsNoRegion() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 3));
        assertThat(Failures.of(run(grid(space), p -> Failure.thrown("E", "m"))).sentences("s"))
                .containsExactly("3 of 3 trials failed: E \"m\"; %tune show s failed");
    }

    @Test
    void warningsAreAddedUp() {
        assertThat(Warnings.of(Histories.iris72()).sentences())
                .containsExactly("Warning, 180 times: ConvergenceWarning: 200 epochs were not enough.");
    }

    @Test
    void saysWhatTheLanguageSays() {
        SearchSpace space = SearchSpace.of(
                new Whole("batch", 16, 128, dev.fettle.space.Scale.LINEAR, 16, null, null), Whole.between("n", 1, 55));
        History history = run(
                grid(space).stream()
                        .filter(p -> p.whole("n") < 18 || (p.whole("batch") == 128 && p.whole("n") == 18))
                        .filter(p -> p.whole("batch") <= 96
                                || (p.whole("batch") == 112 && p.whole("n") == 1)
                                || (p.whole("batch") == 128 && p.whole("n") > 16))
                        .toList(),
                p -> p.whole("batch") > 96
                        ? Failure.thrown("IllegalArgumentException", "batch must be at most 96")
                        : null);
        assertThat(Failures.of(history).sentences("irisBo"))
                .containsExactly("3 of 105 trials failed: IllegalArgumentException \"batch must be at most 96\" "
                        + "(batch = 112, 128); %tune show irisBo failed");
    }

    @Test
    void manyKindsAreCounted() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 26));
        History history = run(grid(space), p -> Failure.thrown("Error" + (char) ('A' + p.whole("x") - 1), "m"));
        assertThat(Failures.of(history).sentences("s"))
                .hasSize(4)
                .last()
                .isEqualTo("23 failed in 23 other ways; %tune show s failed");
    }

    @Test
    void anExceptionWithoutNameHasOne() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 3));
        assertThat(Failures.of(run(grid(space), p -> Failure.thrown("", "m"))).sentences("s"))
                .containsExactly("3 of 3 trials failed: an exception \"m\"; %tune show s failed");
    }
}
