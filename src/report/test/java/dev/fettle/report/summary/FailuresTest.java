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

    @Test
    void fourValuesAreNamedAndMoreAreARangeOrAFewWords() {
        assertThat(region(Choice.of("x", 5, 3, 1, 9, 7, 20), 9)).isEqualTo("x = 1, 3, 5, 7");
        assertThat(region(Choice.of("x", 5, 3, 1, 9, 7, 20), 10)).isEqualTo("x = 1 … 9");
        assertThat(region(Choice.of("x", "e", "d", "c", "b", "z"), 9)).isEqualTo("x = e, d, c, b");
        assertThat(region(Choice.of("x", "e", "d", "c", "b", "a", "z"), 9)).isEqualTo("x = e, d, c, … 2 more");
    }

    /** Of a run in which all values fail but 20, z and the numbers from a bound on. */
    private static String region(Choice x, int bound) {
        History history = run(grid(SearchSpace.of(x)), p -> {
            Object value = p.value("x");
            boolean works = value instanceof Integer i ? i >= bound : value.equals("z");
            return works ? null : Failure.thrown("E", "m");
        });
        return Failures.of(history).groups().get(0).region();
    }

    @Test
    void theFirstParameterThatExplainsAllFailuresIsNamedIfAllOfThemHaveIt() {
        SearchSpace space = SearchSpace.of(
                Choice.of("on", true, false),
                Whole.between("n", 1, 3).when(new dev.fettle.space.condition.Expression.Name("on")),
                Choice.of("kind", "a", "b"));
        assertThat(Failures.of(run(grid(space), p -> p.text("kind").equals("b") ? Failure.thrown("E", "m") : null))
                        .groups())
                .extracting(Failures.Group::region)
                .containsExactly("kind = b");
        assertThat(Failures.of(run(grid(space), p -> p.has("n") ? Failure.thrown("E", "m") : null))
                        .groups())
                .extracting(Failures.Group::region)
                .containsExactly("on = true");
        assertThat(Failures.of(run(grid(space), p -> p.has("n") && p.whole("n") == 2 ? Failure.thrown("E", "m") : null))
                        .groups())
                .extracting(Failures.Group::region)
                .containsExactly("n = 2");
    }

    @Test
    void moreThanThreeKindsAreSummedUpWithTheirTrials() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 12));
        String[] kinds = {"A", "A", "A", "B", "B", "B", "C", "C", "D", "D", "E", ""};
        History history =
                run(grid(space), p -> p.whole("x") == 12 ? null : Failure.thrown(kinds[p.whole("x") - 1], "m"));
        assertThat(Failures.of(history).sentences("s"))
                .containsExactly(
                        "3 of 12 trials failed: A \"m\" (x = 1, 2, 3); %tune show s failed",
                        "3 of 12 trials failed: B \"m\" (x = 4, 5, 6); %tune show s failed",
                        "2 of 12 trials failed: C \"m\" (x = 7, 8); %tune show s failed",
                        "3 failed in 2 other ways; %tune show s failed");
    }

    @Test
    void typesAndWordsTellGroupsApartAndOnlyNumbersDoNot() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 5));
        List<Failure> failures = List.of(
                Failure.thrown("E", "rate 1.5e-3 is bad"),
                Failure.thrown("E", "rate 20 is bad"),
                Failure.thrown("F", "rate 20 is bad"),
                Failure.thrown("E", "rate 20 is worse"));
        History history = run(grid(space), p -> p.whole("x") == 5 ? null : failures.get(p.whole("x") - 1));
        assertThat(Failures.of(history).groups())
                .extracting(Failures.Group::numbers)
                .containsExactly(List.of(1, 2), List.of(3), List.of(4));
    }

    @Test
    void aValueWithWhichOneTrialWorkedIsNoRegionAtEitherEnd() {
        for (int worked : new int[] {2, 3}) {
            List<Point> points = List.of(
                    Point.of(Map.of("x", worked, "kind", "a")),
                    Point.of(Map.of("x", 2, "kind", "b")),
                    Point.of(Map.of("x", 3, "kind", "b")),
                    Point.of(Map.of("x", 1, "kind", "b")));
            History history =
                    run(points, p -> p.text("kind").equals("b") && p.whole("x") > 1 ? Failure.thrown("E", "m") : null);
            assertThat(Failures.of(history).groups().get(0).region()).isEmpty();
        }
    }

    @Test
    void threeKindsLeaveNoOthersAndTwentyHaveARegion() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 22));
        History three =
                run(grid(space), p -> p.whole("x") > 3 ? null : Failure.thrown("" + (char) ('A' + p.whole("x")), "m"));
        assertThat(Failures.of(three).sentences("s")).hasSize(3);
        History many =
                run(grid(space), p -> p.whole("x") > 21 ? null : Failure.thrown("" + (char) ('A' + p.whole("x")), "m"));
        assertThat(Failures.of(many).groups().get(19).region()).isEqualTo("x = 20");
        assertThat(Failures.of(many).groups().get(20).region()).isEmpty();
    }
}
