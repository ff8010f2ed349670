package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.chart.Plots;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.table.StudyTable;
import dev.fettle.report.text.Part;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ReportPageTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    static Bundle page(StudyReport report, Format format) {
        return ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), format));
    }

    /** Well-formed, and nothing in it that a notebook's sanitizer takes away. */
    static void assertClean(String html) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replaceAll("(<img [^>]*)>", "$1/>"))));
        assertThat(html).doesNotContainIgnoringCase("<script", "<style", "<svg", "onclick", "onerror", "javascript:");
        Matcher tags = Pattern.compile("<([a-z]+)").matcher(html);
        while (tags.find()) {
            assertThat(tags.group(1))
                    .isIn(
                            "div",
                            "p",
                            "b",
                            "span",
                            "code",
                            "img",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td",
                            "details",
                            "summary",
                            "pre",
                            "progress");
        }
    }

    @Test
    void theTextStandsAlone() {
        assertThat(page(IRIS, Format.SVG).text().replace('\u2003', ' ')).isEqualTo("""
                        Grid search finished: 72 of 72 points, 5-fold CV, 360 fits, 4.1 s, seed 42.
                        Best accuracy 0.9833 ± 0.017 (SE) at trial 31: hidden_layer_sizes (100), activation tanh, solver adam, alpha 0.0001, learning_rate constant.   Test (30 rows, used once): 1.000 (95 %: 0.88 to 1)
                        8 points share this score and 16 lie within one standard error; the data cannot tell any of the 71 others from the best (corrected t-test, 5 %). Simplest of the 16: trial 7, hidden_layer_sizes (50).
                        18 points repeat others: learning_rate has no effect when solver = adam. Maybe  learning_rate in {constant, adaptive} if solver == sgd  (54 points).
                        Warning of 180 of 360 fits: ConvergenceWarning: 200 epochs were not enough.
                        rank  trial   accuracy ± SE  hidden_layer_sizes  activation  solver   alpha  learning_rate   time
                         1 ★     31  0.9833 ± 0.017  (100)               tanh        adam    0.0001  constant       0.3 s
                         1       32  0.9833 ± 0.017  (100)               tanh        adam    0.0001  adaptive       0.3 s
                         1       33  0.9833 ± 0.017  (100)               tanh        adam     0.001  constant       0.3 s
                         1       34  0.9833 ± 0.017  (100)               tanh        adam     0.001  adaptive       0.3 s
                         1       55  0.9833 ± 0.017  (150)               tanh        adam    0.0001  constant       0.5 s
                        … 67 more
                        accuracy by trial ▃▃▃▃▃█████▂▂▂▂▁▇▇▇▇▇▅▅▅▅▄█████▃▃▃▃▃▇▇▇▇▇▆▆▆▆▆████▇▅▄▅▄▄▇▇▇▇▇ 0.7667 to 0.9833
                        iris72.best() · iris72.table() · %tune plot iris72 heatmap activation solver""");
    }

    @Test
    void thePartsComeInTheOrderOfTheContract() {
        String html = page(IRIS, Format.SVG).html();
        List<String> parts = List.of(
                "Grid search finished: 72 of 72 points",
                "<b>Best accuracy 0.9833 ± 0.017 (SE)</b> at trial 31",
                "Test (30 rows, used once): 1.000 (95 %: 0.88 to 1)",
                "8 points share this score",
                "src=\"data:image/svg+xml;base64,",
                "<th>rank</th>",
                "<details",
                "all 72 points",
                "iris72.best()");
        List<Integer> places = parts.stream().map(html::indexOf).toList();
        assertThat(places).isSorted().doesNotContain(-1);
        assertThat(html).contains("alt=\"The best accuracy so far goes from 0.8417");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theReportIsCleanAndSmall(Format format) throws Exception {
        String html = page(IRIS, format).html();
        assertClean(html);
        assertThat(html).hasSizeLessThan(40_000);
    }

    @Test
    void aThousandTrialsOfTwentyParametersStayUnderFortyKilobytes() throws Exception {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            parameters.add(i < 10 ? Choice.of("a_long_name_" + i, "a long value", "b") : Whole.between("n" + i, 1, 9));
        }
        SearchSpace space = new SearchSpace(parameters, List.of());
        List<dev.fettle.space.Point> points = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            double[] u = new double[20];
            for (int j = 0; j < 20; j++) {
                u[j] = ((i + 1) * (j + 7) * 0.6180339887) % 1;
            }
            points.add(space.decode(u));
        }
        History history =
                Histories.of(Goal.maximize("score"), points, p -> Score.of(p.whole("n10") + p.whole("n11") / 7.0));
        Bundle page = page(Histories.report(space, history), Format.SVG);
        assertClean(page.html());
        assertThat(page.html()).hasSizeLessThan(40_000).containsPattern("the best [0-9]+ of 1000 points");
        assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void aFigureThatFillsThePageLeavesRoomForFiveRows() {
        Picture figure = new Picture("image/png", new byte[40_000], 1, 1, "A large one.");
        String html = ReportPage.of(IRIS, 5, new Part.Made<>(figure)).html();
        assertThat(html.split("<tr>", -1)).hasSize(1 + 1 + 5);
        assertThat(ReportPage.of(IRIS, 2, new Part.Made<>(figure)).html().split("<tr>", -1))
                .hasSize(1 + 1 + 2);
    }

    private static StudyReport noted(List<String> notes) {
        return Draft.of(IRIS).notes(notes).report();
    }

    @Test
    void theTextNeverHasMoreThanTwentyLines() {
        List<String> notes = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> "Note " + i + ".")
                .toList();
        String text = ReportPage.of(noted(notes), 5, null).text();
        assertThat(text.lines()).hasSize(20).anyMatch(l -> l.matches("… [0-9]+ lines more"));
        assertThat(text).startsWith("Grid search finished").contains("iris72.table()");
    }

    @Test
    void whatUsersWroteIsEscaped() throws Exception {
        SearchSpace space =
                SearchSpace.of(Choice.of("kind", "<script>alert('1')</script>", "\"><img src=x onerror=y>"));
        History history = Histories.grid(
                space, Goal.maximize("score"), p -> Score.of(p.text("kind").length()));
        String html = ReportPage.of(Histories.report(space, history), 5, null).html();
        assertThat(html).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;");
    }

    @Test
    void withoutFontsTheReportComesWithoutItsFigure() throws Exception {
        Bundle page = ReportPage.of(IRIS, 5, new Part.Missing<>(Drawing.NO_FONTS));
        assertClean(page.html());
        assertThat(page.html()).doesNotContain("<img").contains("apt-get install fontconfig");
        assertThat(page.text()).contains("apt-get install fontconfig").contains("iris72.best()");
    }

    @Test
    void failedTrialsStandLastWithTheirReason() throws Exception {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 3));
        History history =
                Histories.grid(space, Goal.maximize("score"), p -> p.whole("x") == 1 ? null : Score.of(p.whole("x")));
        Bundle page = page(Histories.report(space, history), Format.SVG);
        assertClean(page.html());
        assertThat(page.text())
                .contains("1 of 3 trials failed: IllegalStateException \"no luck\" (x = 1); %tune show iris72 failed")
                .containsPattern("– . +1 +failed +1");
        assertThat(page.html()).doesNotContain("<details");
    }

    @Test
    void aRunWithoutTrialsHasAReport() throws Exception {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 3));
        Bundle page = page(Histories.report(space, History.empty(Goal.maximize("score"))), Format.SVG);
        assertClean(page.html());
        assertThat(page.text()).contains("0 of 3 points").contains("No trial was finished.");
    }

    @Test
    void quietIsOneSentenceAndTheWinner() {
        assertThat(ReportPage.quiet(IRIS).text())
                .isEqualTo("Grid search finished: 72 of 72 points, 5-fold CV, 360 fits, 4.1 s, seed 42. Best accuracy "
                        + "0.9833 ± 0.017 (SE) at trial 31: hidden_layer_sizes (100), activation tanh, solver adam, alpha 0.0001, learning_rate constant. Test (30 rows, used once): "
                        + "1.000 (95 %: 0.88 to 1)");
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(page(IRIS, Format.SVG)).isEqualTo(page(Histories.iris72Report(), Format.SVG));
    }

    @Test
    void aBundleIsHtmlFirst() {
        assertThat(new Bundle("<b>x</b>", "x").mimes().keySet()).containsExactly("text/html", "text/plain");
    }

    @Test
    void otherMetricsAreColumnsWhereverATrialHasThem() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 4));
        History history = Histories.grid(space, Goal.maximize("score"), p -> {
            Map<String, Double> metrics = new HashMap<>(Map.of("gain", 1.0 * p.whole("x")));
            if (p.whole("x") == 2) {
                metrics.put("loss", 0.25);
            } else if (p.whole("x") == 3) {
                metrics.put("loss", null);
            }
            return Score.of(p.whole("x")).withMetrics(metrics);
        });
        StudyReport report = Draft.of(space, history)
                .named("m")
                .method("Random search")
                .metric("gain")
                .budget(IRIS.budget())
                .ending(IRIS.ending())
                .planned(4)
                .elapsed(IRIS.elapsed())
                .seed(1)
                .report();
        assertThat(ReportPage.of(report, 5, null).text().replace('\u2003', ' ')).contains("""
                        rank  trial   gain    loss  x   time
                         1 ★      4  4.000       –  4  0.3 s
                         2        3  3.000       –  3  0.3 s
                         3        2  2.000  0.2500  2  0.3 s
                         4        1  1.000       –  1  0.3 s
                        """);
        assertThat(StudyTable.of("m", history, space, "gain")
                        .doubleColumn("loss")
                        .countMissing())
                .isEqualTo(3);
    }
}
