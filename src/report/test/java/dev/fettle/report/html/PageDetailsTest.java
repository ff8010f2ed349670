package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How much is shown, what is left out, and how that is said. */
class PageDetailsTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 2, 71", "3, 4, 69", "5, 6, 67", "9, 6, 67"})
    void theTextHasAsManyRowsAsAreToBeShownAndNoMoreThanFive(int show, int lines, int more) {
        List<String> text = ReportPage.of(IRIS, show, null).text().lines().toList();
        List<String> table = text.stream()
                .filter(l -> l.startsWith("rank") || l.startsWith(" 1 "))
                .toList();
        assertThat(table).hasSize(lines);
        assertThat(text.stream().filter(l -> l.startsWith("… ")).toList())
                .isEqualTo(more == 0 ? List.of() : List.of("… " + more + " more"));
    }

    private static StudyReport trials(int count) {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 999));
        History history = Histories.of(
                Goal.minimize("loss"),
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> Point.of(Map.of("x", i)))
                        .toList(),
                p -> Score.of(p.whole("x")));
        return Draft.of(space, history)
                .named(null)
                .method("Random search")
                .ending(Ending.TRIALS)
                .planned(count)
                .seed(1)
                .report();
    }

    @Test
    void moreRowsThanAreShownAreFoldedAndAtMostAHundred() {
        assertThat(ReportPage.of(trials(5), 5, null).html()).doesNotContain("<details");
        String six = ReportPage.of(trials(6), 5, null).html();
        assertThat(six).contains("<summary>all 6 trials</summary>");
        assertThat(six.split("<tr><td>", -1)).hasSize(1 + 5 + 6);
        assertThat(ReportPage.of(trials(100), 5, null).html()).contains("<summary>all 100 trials</summary>");
        assertThat(ReportPage.of(trials(101), 5, null).html())
                .contains("<summary>the best 100 of 101 trials</summary>");
        assertThat(ReportPage.of(trials(101), 100, null).html()).doesNotContain("<details");
    }

    private static StudyReport noted(int notes) {
        return Draft.of(IRIS)
                .named("n")
                .notes(IntStream.rangeClosed(1, notes)
                        .mapToObj(i -> "Note " + i + ".")
                        .toList())
                .report();
    }

    @Test
    void notesStandBehindWhatWasDoneAndTwentyOfThemAreShown() {
        Bundle page = ReportPage.of(noted(21), 0, null);
        assertThat(page.html()).contains("Note 20.").doesNotContain("Note 21.");
        assertThat(page.html().indexOf("Note 1."))
                .isBetween(page.html().indexOf("seed 42"), page.html().indexOf("Best"));
        assertThat(page.text().lines()).hasSize(20).element(1).isEqualTo("Note 1.");
        // 21 notes and five other lines, of which 17 stay and one says how many do not; then blocks and what to type.
        assertThat(page.text().lines()).element(17).isEqualTo("… 9 lines more");
    }

    private static Bundle frame(@Nullable String name, History history, long planned, int jobs) {
        return Frame.of(new Progress(
                name,
                "Grid search",
                Histories.iris(),
                history,
                "accuracy",
                planned,
                jobs,
                Duration.ofMillis(50),
                7,
                new Pulse(LocalTime.NOON, 0, List.of(), false)));
    }

    @Test
    void aFrameWithoutNameOrEndOrScoreSaysSo() {
        Bundle none = frame(null, History.empty(Goal.maximize("score")), 0, 1);
        assertThat(none.text())
                .isEqualTo("Grid search  0 trials, 50 ms, seed 7\nNo score yet.\n\n"
                        + "No trial is running. Drawn at 12:00:00; how it stands now:  %tune show last");
        assertThat(none.html()).contains("<progress value=\"0\" max=\"1\"");
        Bundle open = frame("s", Histories.first(Histories.iris72(), 7), 0, 1);
        assertThat(open.html()).contains("<progress value=\"7\" max=\"7\"", "7 trials, 50 ms, seed 7");
        Bundle one = frame("s", Histories.first(Histories.iris72(), 1), 72, 1);
        assertThat(one.text()).startsWith("s: Grid search  [" + "░".repeat(24) + "] 1/72 (1 %), 50 ms, seed 7\n");
        assertThat(frame("s", Histories.iris72(), 72, 1).text()).contains("[" + "█".repeat(24) + "] 72/72");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 s", "1499, 1 s", "1500, 2 s", "59499, 59 s", "59500, 1 min 00 s", "125400, 2 min 05 s"})
    void theTimeLeftIsWholeSeconds(long millis, String shown) {
        History history = History.empty(Goal.maximize("score"));
        for (int i = 1; i <= 3; i++) {
            history = history.plus(
                    Histories.running(i, Histories.iris72().trials().get(i).point())
                            .complete(Score.of(i), Duration.ofMillis(millis)));
        }
        assertThat(frame("s", history, 4, 1).text()).contains(", about " + shown + " left, seed 7");
    }

    private static Table wide(int rows, int columns) {
        List<Column<?>> all = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            all.add(IntColumn.create("c" + i, IntStream.rangeClosed(1, rows)));
        }
        return Table.create("t").addColumns(all.toArray(Column<?>[]::new));
    }

    @Test
    void aTableIsCutBehindTwentyRowsAndFortyColumns() {
        assertThat(TableView.of(wide(20, 40)).text())
                .endsWith("\nt: 20 rows × 40 columns.")
                .contains("c40");
        assertThat(TableView.of(wide(21, 41)).text())
                .endsWith("\nt: 21 rows × 41 columns, 1 more, 1 column not shown.")
                .contains("c40")
                .doesNotContain("c41");
        assertThat(TableView.of(wide(23, 43)).text()).endsWith(", 3 more, 3 columns not shown.");
        assertThat(TableView.of(wide(21, 1)).text().lines()).element(20).isEqualTo("20");
        Table words = Table.create("w", StringColumn.create("word", "x".repeat(80), "y".repeat(81)));
        assertThat(TableView.of(words).text().lines().skip(1).limit(2))
                .containsExactly("x".repeat(80), "y".repeat(79) + "…");
    }

    @Test
    void codeStandsBetweenTwoBlanks() {
        String code = "<code style=\"white-space:nowrap\">";
        assertThat(Markup.prose("Maybe  a < b  (3).")).isEqualTo("Maybe " + code + "a &lt; b</code> (3).");
        assertThat(Markup.prose("Maybe  a.")).isEqualTo("Maybe a.");
        assertThat(Markup.prose("plain & simple")).isEqualTo("plain &amp; simple");
        assertThat(Markup.prose("x  a  y  b  z")).isEqualTo("x " + code + "a</code> y " + code + "b</code> z");
    }

    private static String space(int parameters, int constraints, int lines, long duplicates) {
        Expression less = new Expression.Binary(Operator.LESS, new Expression.Name("p1"), new Expression.Literal(9));
        SearchSpace space = new SearchSpace(
                IntStream.rangeClosed(1, parameters)
                        .<dev.fettle.space.Parameter>mapToObj(i -> Whole.between("p" + i, 1, 2))
                        .toList(),
                Collections.nCopies(constraints, less));
        return SpacePage.of(
                        space,
                        Collections.nCopies(parameters, "int"),
                        OptionalLong.of(2),
                        duplicates,
                        Collections.nCopies(lines, "Said."))
                .text();
    }

    @Test
    void threeConstraintsAreShownAndOfMoreTwoAndTheLinesThatParametersLeaveRoomFor() {
        assertThat(space(1, 3, 3, 0).lines())
                .containsExactly(
                        "parameter  values       Java  default",
                        "p1         ~ int(1, 2)  int   –",
                        "require p1 < 9",
                        "require p1 < 9",
                        "require p1 < 9",
                        "2 points.",
                        "Said.",
                        "Said.",
                        "Said.");
        assertThat(space(1, 5, 4, 1).lines()).hasSize(10).endsWith("Said.", "Said.", "Said.", "Said.");
        assertThat(space(13, 5, 4, 1).lines().skip(13))
                .containsExactly(
                        "require p1 < 9",
                        "require p1 < 9",
                        "… 3 more constraints",
                        "2 points; 1 of 8192 combinations repeats another, as conditions switch parameters off.",
                        "Said.",
                        "Said.",
                        "… 2 more lines");
    }

    @Test
    void asManyParametersAsFitInTwentyLinesAreShown() {
        assertThat(space(18, 0, 0, 0).lines())
                .hasSize(20)
                .element(18)
                .asString()
                .startsWith("p18 ");
        List<String> cut = space(19, 0, 0, 0).lines().toList();
        assertThat(cut).hasSize(20).endsWith("… 2 more parameters", "2 points.");
        assertThat(cut.get(17)).startsWith("p17 ");
    }

    @Test
    void aSpaceWithoutEndOrConstraintSaysHowManyPointsThereAre() {
        SearchSpace open = SearchSpace.of(Real.uniform("r", 0, 1));
        assertThat(SpacePage.of(open, List.of("double"), OptionalLong.empty(), 0, List.of())
                        .text())
                .endsWith("\nInfinitely many points.");
        SearchSpace two = SearchSpace.of(Whole.between("n", 1, 2));
        assertThat(SpacePage.of(two, List.of("int"), OptionalLong.empty(), 0, List.of())
                        .text())
                .endsWith("\n2 points.");
    }

    @Test
    void ofAGroupOfFailuresTheFirstThreeTrialsAreShown() {
        StudyReport r = trials(1);
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 1; i <= 5; i++) {
            history = history.plus(Histories.running(i, Point.of(Map.of("x", i)))
                    .fail(Failure.thrown(i == 2 ? "B" : "A", "m"), Duration.ZERO));
        }
        StudyReport failed = Draft.of(r.space(), history)
                .named(null)
                .method(r.method())
                .budget(r.budget())
                .ending(r.ending())
                .planned(5)
                .elapsed(r.elapsed())
                .seed(1)
                .insights(r.insights())
                .report();
        assertThat(FailuresPage.of(failed).text()).isEqualTo("""
                        last: 5 of 5 trials failed, in 2 different ways.
                        4 of 5 trials failed: A "m"
                          trial 1: x = 1
                          trial 3: x = 3
                          trial 4: x = 4
                        1 of 5 trials failed: B "m" (x = 2)
                          trial 2: x = 2""");
    }

    @Test
    void theTextSaysHowManyWaysItLeavesOutEvenWhereThePageHasThemAll() {
        StudyReport r = trials(1);
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 1; i <= 40; i++) {
            history = history.plus(Histories.running(i, Point.of(Map.of("x", i)))
                    .fail(Failure.thrown("E" + (char) ('A' + i), "m"), Duration.ZERO));
        }
        Bundle page = FailuresPage.of(Histories.report(r.space(), history));
        assertThat(page.text().lines()).hasSize(60).last().isEqualTo("… failed in 11 other ways, too.");
        assertThat(page.html()).contains("Ei").doesNotContain("other way");
    }
}
