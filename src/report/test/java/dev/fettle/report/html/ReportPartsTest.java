package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.chart.PlotKind;
import dev.fettle.report.chart.Plots;
import dev.fettle.report.chart.Size;
import dev.fettle.report.ink.Drawing;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.Summary;
import dev.fettle.report.table.StudyTable;
import dev.fettle.space.Point;
import java.awt.Graphics2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.Marker;
import tech.tablesaw.api.Table;

/** What fails in one part of a report takes no other part along. */
class ReportPartsTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    /** A panel that fails as it is made, or only as it is painted. */
    private record Failing(String name, boolean late) implements PlotKind {
        @Override
        public String meaning() {
            return "nothing";
        }

        @Override
        public boolean panel() {
            return true;
        }

        @Override
        public Plot draw(StudyReport report, List<String> arguments, Size size) {
            if (!late) {
                throw new NoSuchMethodError("of another version");
            }
            XYChart chart = new XYChart(size.width(), size.height());
            chart.addSeries("s", new double[] {1}).setMarker(new Marker() {
                @Override
                public void paint(Graphics2D g, double x, double y, int diameter) {
                    throw new IllegalStateException("no paint");
                }
            });
            return Plot.of(chart, "One dot.");
        }

        @Override
        public Table table(StudyReport report, List<String> arguments) {
            throw new IllegalStateException();
        }
    }

    private static Bundle page(StudyReport report, PlotKind more) {
        Plots plots = new Plots(
                Stream.concat(Plots.found().kinds().stream(), Stream.of(more)).toList(), List.of());
        return ReportPage.of(
                report, 5, Drawing.of(() -> plots.figure(report, List.of("history", more.name())), Format.SVG));
    }

    private static void standsBut(String sentence, Bundle page) {
        assertThat(page.text())
                .contains("Grid search finished: 72 of 72 points", "Best accuracy 0.9833", "Warning, 180 times")
                .contains(" 1 ★", "… 67 more", "accuracy by trial", "iris72.best()");
        assertThat(page.html()).contains("Best accuracy 0.9833", "<table", "all 72 points", sentence);
    }

    @Test
    void aPanelThatFailsLeavesTheOthers() {
        Bundle page = page(IRIS, new Failing("broken", false));
        standsBut("Plot (broken) failed: NoSuchMethodError &quot;of another version&quot;.", page);
        assertThat(page.html()).contains("<img", "The best accuracy so far goes from");
    }

    @Test
    void aFigureThatCannotBePaintedLeavesTheReport() {
        Bundle page = page(IRIS, new Failing("unpaintable", true));
        standsBut("The figure failed: IllegalStateException &quot;no paint&quot;.", page);
        assertThat(page.text()).contains("The figure failed: IllegalStateException \"no paint\".");
    }

    @Test
    void aStatisticThatFailsLeavesTheReport() {
        ToDoubleFunction<Point> complexity = p -> {
            throw new IllegalStateException("no size");
        };
        StudyReport report = Histories.report(
                IRIS.space(), IRIS.history(), Insights.of(IRIS.history(), IRIS.space(), new Seed(1), complexity));
        Bundle page = ReportPage.of(report, 5, Drawing.of(() -> Plots.found().figure(report, List.of()), Format.SVG));
        standsBut("The caveat failed: IllegalStateException &quot;no size&quot;.", page);
        assertThat(page.html()).contains("<img");
    }

    @Test
    void insightsAreComputedOnce() {
        Insights insights = Histories.insights(IRIS.space(), IRIS.history());
        assertThat(insights.importance()).isSameAs(insights.importance());
        assertThat(insights.share()).isSameAs(insights.share());
        assertThat(insights.caveat()).isSameAs(insights.caveat());
    }

    @Test
    void prunedTrialsAreCountedAndShown() {
        StudyReport report = Objects.requireNonNull(AwkwardStudies.all().get("pruned"));
        assertThat(Summary.of(report).done()).contains("40 trials, 20 pruned, ");
        Bundle page = ReportPage.of(
                report, 30, Drawing.of(() -> Plots.found().figure(report, List.of("history")), Format.SVG));
        assertThat(page.html()).contains("<td>pruned</td>");
        String svg = new String(
                Picture.of(Plots.found().draw(report, List.of("history")), Format.SVG)
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(svg).contains("#999");
    }

    @Test
    void ofSeveralGoalsTheFrontIsNamed() {
        StudyReport report = Objects.requireNonNull(AwkwardStudies.all().get("two goals"));
        assertThat(Summary.of(report).front())
                .isEqualTo(
                        "No other trial beats trials 1, 2, 3, 4, 5, 6, 7, 8, … 1 more in both accuracy and seconds.");
        assertThat(ReportPage.of(report, 5, null).text()).containsPattern("rank +trial +accuracy +seconds +a ");
        assertThat(StudyTable.of("s", report.history(), report.space(), "accuracy")
                        .columnNames())
                .startsWith("trial", "state", "accuracy", "se", "seconds", "a");
    }
}
