package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.space.text.Place;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Live frames, tables, mistakes. */
class DisplaysTest {
    private static Bundle frame(int done, long planned) {
        History history = done == 0 ? History.empty(Goal.maximize("score")) : Histories.first(Histories.iris72(), done);
        return Frame.of(new Progress(
                "iris72",
                "Grid search",
                Histories.iris(),
                history,
                "accuracy",
                planned,
                1,
                Duration.ofMillis(1900),
                42,
                new Pulse(
                        LocalTime.of(14, 3, 22),
                        0,
                        done == planned ? List.of() : List.of(new Pulse.Going(done + 1, Duration.ofMillis(80))),
                        false)));
    }

    @Test
    void aFrameSaysWhereTheRunIs() {
        assertThat(frame(31, 72).text()).isEqualTo("""
                        iris72: Grid search  [██████████░░░░░░░░░░░░░░] 31/72 (43 %), 1.9 s, about 16 s left, seed 42
                        Best accuracy so far 0.9833 ± 0.017 at trial 31: hidden_layer_sizes (100), activation tanh, solver adam, alpha 0.0001, learning_rate constant
                        accuracy by trial ▃▃▃▃▃▃██████▂▂▂▂▁▁▇▇▇▇▇▇▅▅▅▅▄▄█ 0.7667 to 0.9833
                        Trial 32 running for 1 s, 16 trials/s. Drawn at 14:03:22; how it stands now:  %tune show iris72""");
        assertThat(frame(31, 72).html())
                .contains("<b>iris72</b>: Grid search", "<progress value=\"31\" max=\"72\"", "31/72 (43 %), 1.9 s")
                .contains("lowest 0.7667, highest 0.9833", "Drawn at 14:03:22");
    }

    @Test
    void whileTheReportIsWrittenAFrameSaysSo() {
        assertThat(frame(72, 72).text()).contains("\nAll trials have ended, the report follows. Drawn at 14:03:22; ");
    }

    @Test
    void theHeightOfAFrameNeverChanges() {
        for (int done : new int[] {0, 1, 3, 72}) {
            assertThat(frame(done, 72).text().split("\n", -1)).hasSize(4);
            assertThat(frame(done, 72).html().split("<div style=\"margin", -1)).hasSize(5);
            assertThat(frame(done, 72).html()).contains("height=\"72\"").hasSizeLessThan(20_000);
        }
    }

    @Test
    void aRunOfUnknownLengthHasNoBar() {
        assertThat(frame(3, 0).text()).startsWith("iris72: Grid search  3 trials, 1.9 s, seed 42\n");
    }

    private static Table table(int rows) {
        return Table.create(
                "t",
                IntColumn.create("n", IntStream.range(0, rows)),
                DoubleColumn.create("x", IntStream.range(0, rows).mapToDouble(i -> i == 1 ? Double.NaN : i / 3.0)),
                StringColumn.create("<b>", IntStream.range(0, rows).mapToObj(i -> "<i>" + i)));
    }

    @Test
    void aTableShowsTwentyRowsAndCountsTheRest() {
        Bundle view = TableView.of(table(150));
        assertThat(view.html().split("<tr>", -1)).hasSize(22);
        assertThat(view.html()).contains("130 more").contains("&lt;i&gt;7").doesNotContain("<i>", "<th><b>");
        assertThat(view.text().lines()).hasSize(22).last().isEqualTo("t: 150 rows × 3 columns, 130 more.");
    }

    @Test
    void numbersStandOnTheRightAndMissingOnesAreDashes() {
        assertThat(TableView.of(table(3)).text()).isEqualTo("""
                        n        x  <b>
                        0      0.0  <i>0
                        1        –  <i>1
                        2  0.6666…  <i>2
                        t: 3 rows × 3 columns.""");
    }

    @Test
    void noLineIsBrokenWithinANumber() {
        String whole = "<span style=\"white-space:nowrap\">";
        assertThat(Markup.text("x-ray 1.559…e-06, -2e-05 & 3e+07"))
                .isEqualTo("x-ray " + whole + "1.559…e-06</span>, " + whole + "-2e-05</span> &amp; 3e+07");
        assertThat(Markup.row("td", List.of("1e-05", "0.1", "a"), List.of(false, false, true)))
                .isEqualTo("<tr><td style=\"white-space:nowrap\">1e-05</td><td>0.1</td>"
                        + "<td style=\"text-align:left\">a</td></tr>");
        assertThat(Note.sentences("Maybe  x in {1e-05}  or 1e-05.").html())
                .contains("nowrap\">x in {1e-05}</code>", whole + "1e-05</span>.");
    }

    @Test
    void anInfiniteNumberIsShownToo() {
        Table table = Table.create("t", DoubleColumn.create("x", Double.POSITIVE_INFINITY));
        assertThat(TableView.of(table).text()).isEqualTo("x\n∞\nt: 1 row × 1 column.");
    }

    @Test
    void anEmptyTableIsShownToo() {
        assertThat(TableView.of(Table.create("e")).text()).endsWith("e: 0 rows × 0 columns.");
        assertThat(TableView.of(table(0)).text()).isEqualTo("n  x  <b>\nt: 0 rows × 3 columns.");
    }

    @Test
    void allMistakesAreShownWithTheirPlaces() {
        String source =
                "%%bayesopt irisBo\nhidden in {(50)}\nalpha ~ logUnifrm(1e-5, 1e-1)\n\n\n\nreturn f(yTrian < 1);";
        Bundle bundle = MistakesPage.of(
                "bayesopt",
                "irisBo",
                List.of(
                        new Place(7, 10, 6).says("Variable (yTrian) must be known. Maybe yTrain."),
                        new Place(3, 9, 9).says("Distribution (logUnifrm) must be one of uniform. Maybe logUniform.")),
                source);
        assertThat(bundle.text()).isEqualTo("""
                        bayesopt: 2 mistakes, nothing was run; study irisBo is unchanged.
                        line 3, column 9
                          alpha ~ logUnifrm(1e-5, 1e-1)
                                  ^~~~~~~~~
                          Distribution (logUnifrm) must be one of uniform. Maybe logUniform.
                        line 7, column 10
                          return f(yTrian < 1);
                                   ^~~~~~
                          Variable (yTrian) must be known. Maybe yTrain.""");
        assertThat(bundle.html())
                .contains(
                        "<b>bayesopt: 2 mistakes",
                        "f(yTrian &lt; 1)",
                        "         ^~~~~~</pre>",
                        "Maybe logUniform.</div>");
    }

    @Test
    void oneMistakeIsSingularAndANewStudyHasNothingToKeep() {
        assertThat(MistakesPage.title("gridsearch", null, 1)).isEqualTo("gridsearch: 1 mistake, nothing was run.");
    }

    @Test
    void sentencesAreParagraphsAndTheirCodeIsNotBroken() {
        Bundle note = Note.sentences("Space has < 72 points.\nMaybe  x in {1, 2}  instead.");
        assertThat(note.text()).isEqualTo("Space has < 72 points.\nMaybe  x in {1, 2}  instead.");
        assertThat(note.html().split("<div style=\"margin", -1)).hasSize(3);
        assertThat(note.html())
                .contains("Space has &lt; 72 points.", "white-space:nowrap\">x in {1, 2}</code>")
                .doesNotContain("<pre");
    }

    @Test
    void thingsStandInATableAndInLines() {
        Bundle things = Note.things(List.of("study", "found"), Map.of("a", "1 < 2"));
        assertThat(things.text()).isEqualTo("a: 1 < 2");
        assertThat(things.html())
                .contains("<table", ">study</th>", ">a</td>", ">1 &lt; 2</td>")
                .doesNotContain("<pre");
    }

    @Test
    void headsStandOutAndTheLinesBetweenKeepTheirColumns() {
        Bundle page = Note.headed("Head\n\n  a  1\n  b  2\n\nOther <\nend", Set.of("Head", "Other <"));
        assertThat(page.text()).isEqualTo("Head\n\n  a  1\n  b  2\n\nOther <\nend");
        assertThat(page.html()).contains("<b>Head</b>", ">  a  1\n  b  2</pre>", "<b>Other &lt;</b>", ">end</pre>");
    }
}
