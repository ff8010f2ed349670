package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.Convergence;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HorizontalBarChart;
import org.knowm.xchart.HorizontalBarSeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import tech.tablesaw.api.Table;

/** The numbers that are handed to the charts and written in tables. */
class ChartNumbersTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 9), Choice.of("kind", "b", "a"));

    private static Point point(int x, String kind) {
        return Point.of(Map.of("x", x, "kind", kind));
    }

    /** Losses 5, failed, 3, 4, 1; one pruned at 8; 1 once more, of trial 5. */
    private static StudyReport mixed(Goal goal) {
        List<Point> points = List.of(point(4, "b"), point(1, "a"), point(2, "b"), point(5, "a"), point(3, "a"));
        double[] losses = {0, 0, 3, 1, 5, 4};
        History history = Histories.of(goal, points, p -> p.whole("x") == 1 ? null : Score.of(losses[p.whole("x")]));
        return report(SPACE, Histories.repeating(Histories.pruning(history, point(3, "b"), 7, 8), 5));
    }

    private static StudyReport report(SearchSpace space, History history) {
        return Draft.of(space, history).report();
    }

    private static Plot draw(StudyReport report, String... words) {
        return Plots.found().draw(report, List.of(words));
    }

    private static String table(StudyReport report, String... words) {
        Table table = Plots.found().table(report, List.of(words));
        return table.write().toString("csv").replace("\r", "");
    }

    private static XYSeries series(Plot plot, String name) {
        return named((XYChart) plot.panels().get(0), name);
    }

    private static <S extends Series> S named(Chart<?, S> chart, String name) {
        return chart.getSeriesCollection().stream()
                .filter(s -> s.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HorizontalBarSeries bars(StudyReport report) {
        return named((HorizontalBarChart) draw(report, "share").panels().get(0), "share");
    }

    private static void stands(XYSeries series, double[] x, double[] y) {
        assertThat(series.getXData()).containsExactly(x);
        assertThat(series.getYData()).containsExactly(y);
    }

    /** All at one height between two scores, which is none of them. */
    private static void rim(XYSeries series, double[] x, double low, double high) {
        assertThat(series.getXData()).containsExactly(x);
        assertThat(java.util.Arrays.stream(series.getYData()).boxed())
                .hasSize(x.length)
                .allMatch(y -> low < y && y < high);
    }

    @Test
    void aHistoryIsDrawnAtItsScoresAndFailuresAtTheRimOfTheWorst() {
        Plot down = draw(mixed(Goal.minimize("loss")), "history");
        stands(series(down, "trials"), new double[] {1, 3, 4, 5, 7}, new double[] {5, 3, 4, 1, 1});
        stands(series(down, "pruned"), new double[] {6}, new double[] {8});
        rim(series(down, "failed"), new double[] {2}, 8, 9);
        stands(series(down, "best so far"), new double[] {1, 3, 3, 5, 5, 7.4}, new double[] {5, 5, 3, 3, 1, 1});
        stands(series(down, "best"), new double[] {5}, new double[] {1});
        assertThat(down.alt()).isEqualTo("The best loss so far goes from 5.000 at trial 1 to 1.000 at trial 5 of 7.");
        Plot up = draw(mixed(Goal.maximize("loss")), "history");
        rim(series(up, "failed"), new double[] {2}, 0, 1);
        stands(series(up, "best so far"), new double[] {1, 7.4}, new double[] {5, 5});
        stands(series(up, "best"), new double[] {1}, new double[] {5});
    }

    @Test
    void aTableOfAHistoryHasEachTrialWithItsOwnNumbers() {
        assertThat(table(mixed(Goal.minimize("loss")), "history")).isEqualTo("""
                trial,score,best,pruned
                1,5.0,5.0,
                2,,5.0,
                3,3.0,3.0,
                4,4.0,3.0,
                5,1.0,1.0,
                6,,1.0,8.0
                7,1.0,1.0,
                """);
    }

    @Test
    void aSliceIsDrawnWithItsBestAndItsFailuresAtTheRim() {
        Plot down = draw(mixed(Goal.minimize("loss")), "slice", "x");
        stands(series(down, "trials"), new double[] {4, 2, 5, 3}, new double[] {5, 3, 4, 1});
        rim(series(down, "failed"), new double[] {1}, 5, 6);
        stands(series(down, "best"), new double[] {3}, new double[] {1});
        assertThat(down.alt()).isEqualTo("Best loss 1.000 at x = 3, trial 5; 4 trials scored, 1 failed.");
        Plot up = draw(mixed(Goal.maximize("loss")), "slice", "x");
        rim(series(up, "failed"), new double[] {1}, 0, 1);
        stands(series(up, "best"), new double[] {4}, new double[] {5});
        assertThat(table(mixed(Goal.minimize("loss")), "slice", "x"))
                .isEqualTo("trial,value,score\n1,4.0,5.0\n2,1.0,\n3,2.0,3.0\n4,5.0,4.0\n5,3.0,1.0\n");
        assertThat(table(mixed(Goal.minimize("loss")), "slice", "kind"))
                .isEqualTo("trial,value,score\n1,b,5.0\n2,a,\n3,b,3.0\n4,a,4.0\n5,a,1.0\n");
    }

    @Test
    void aLogarithmicSliceStandsAtItsPowers() {
        SearchSpace space = SearchSpace.of(Real.logUniform("r", 1e-4, 1));
        List<Point> points = List.of(1e-4, 1e-1, 1e-2).stream()
                .map(r -> Point.of(Map.of("r", r)))
                .toList();
        StudyReport wide = report(space, Histories.of(Goal.minimize("loss"), points, p -> Score.of(p.real("r"))));
        stands(series(draw(wide, "slice", "r"), "trials"), new double[] {-4, -1, -2}, new double[] {-4, -1, -2});
        StudyReport narrow =
                report(space, Histories.of(Goal.minimize("loss"), points.subList(1, 3), p -> Score.of(p.real("r"))));
        stands(series(draw(narrow, "slice", "r"), "trials"), new double[] {1e-1, 1e-2}, new double[] {1e-1, 1e-2});
    }

    @Test
    void valuesAreTheMeansAndTheirSpread() {
        assertThat(table(mixed(Goal.minimize("loss")), "values")).isEqualTo("""
                parameter,value,points,mean,low,high
                x,2,1,3.0,3.0,3.0
                x,3,1,1.0,1.0,1.0
                x,4,1,5.0,5.0,5.0
                x,5,1,4.0,4.0,4.0
                kind,b,2,4.0,3.0,5.0
                kind,a,2,2.5,1.0,4.0
                """);
        assertThat(draw(mixed(Goal.minimize("loss")), "values").alt())
                .isEqualTo("Best mean loss by value: x 3 (1.000), kind a (2.500).");
        assertThat(draw(mixed(Goal.maximize("loss")), "values").alt())
                .isEqualTo("Best mean loss by value: x 4 (5.000), kind b (4.000).");
    }

    @Test
    void failuresAreSharesWithTheWorstValueFirstInWords() {
        StudyReport report = mixed(Goal.minimize("loss"));
        assertThat(table(report, "failures")).isEqualTo("""
                parameter,value,failed,trials,share
                x,1,1,1,1.0
                x,2,0,1,0.0
                x,3,0,3,0.0
                x,4,0,1,0.0
                x,5,0,1,0.0
                kind,b,0,3,0.0
                kind,a,1,4,0.25
                """);
        assertThat(draw(report, "failures").alt()).isEqualTo("Failed trials by value: x 1 (1 of 1); kind a (1 of 4).");
    }

    /** Four points with 1, 2, 5 and none; a is the column, b the row. */
    private static StudyReport cells() {
        SearchSpace space = SearchSpace.of(Choice.of("a", "p", "q"), Choice.of("b", "u", "v"));
        return report(space, Histories.grid(space, Goal.minimize("loss"), p -> {
            boolean p0 = p.text("a").equals("p");
            boolean u = p.text("b").equals("u");
            return p0 ? Score.of(u ? 1 : 2) : u ? Score.of(5) : null;
        }));
    }

    @Test
    void aHeatMapHasItsColumnsAcrossAndItsRowsUp() {
        Plot plot = draw(cells(), "heatmap", "a", "b");
        assertThat(plot.alt()).isEqualTo("Mean loss by a and b: best 1.000 at a p and b u.");
        var series = ((HeatMapChart) plot.panels().get(0)).getHeatMapSeries();
        assertThat(series.getXData()).asString().isEqualTo("[p, q]");
        assertThat(series.getYData()).asString().isEqualTo("[u, v]");
        assertThat(series.getHeatData().stream().map(java.util.Arrays::toString).toList())
                .containsExactly("[0, 0, 1.0]", "[1, 0, 5.0]", "[0, 1, 2.0]");
        assertThat(table(cells(), "heatmap", "a", "b"))
                .isEqualTo("a,b,mean of the goal,points\np,u,1.0,1\nq,u,5.0,1\np,v,2.0,1\nq,v,,0\n");
    }

    @Test
    void sharesAreBarsTheLargestFirstWithTheInteractionsLast() {
        SearchSpace space = SearchSpace.of(Choice.of("a", 1, 2), Choice.of("b", 1, 2));
        StudyReport report = report(
                space, Histories.grid(space, Goal.minimize("loss"), p -> Score.of(p.whole("a") + 2 * p.whole("b"))));
        Table table = Plots.found().table(report, List.of("share"));
        assertThat(table.stringColumn("parameter").asList()).containsExactly("a", "b", "interactions");
        assertThat(table.doubleColumn("share").asDoubleArray())
                .containsExactly(new double[] {0.2, 0.8, 0}, within(1e-12));
        HorizontalBarSeries bars = bars(report);
        assertThat(bars.getYData()).asString().isEqualTo("[b, a, interactions]");
        assertThat(bars.getXData().stream().mapToDouble(Number::doubleValue).toArray())
                .containsExactly(new double[] {0.8, 0.2, 0}, within(1e-12));
        assertThat(draw(report, "share").alt()).startsWith("Share of the variance of loss: b 80 %, a 20 %");
    }

    @Test
    void behindNineSharesTheOthersAreAddedUp() {
        List<dev.fettle.space.Parameter> all = IntStream.rangeClosed(1, 11)
                .<dev.fettle.space.Parameter>mapToObj(i -> Choice.of("p" + i, 0, 1))
                .toList();
        SearchSpace space = new SearchSpace(all, List.of());
        StudyReport report = report(
                space,
                Histories.grid(
                        space,
                        Goal.minimize("loss"),
                        p -> Score.of(IntStream.rangeClosed(1, 11)
                                .mapToDouble(i -> i * p.whole("p" + i))
                                .sum())));
        HorizontalBarSeries bars = bars(report);
        assertThat(bars.getYData())
                .asString()
                .isEqualTo("[p11, p10, p9, p8, p7, p6, p5, p4, p3, others, interactions]");
        // Shares are i² of 1² + … + 11² = 506.
        assertThat(((Number) bars.getXData().get(9)).doubleValue()).isCloseTo(5 / 506.0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.004999, < 1 %", "0.005, 1 %", "0.0151, 2 %", "0.625, 63 %", "1, 100 %"})
    void percentAreWhole(double share, String shown) {
        assertThat(Bars.percent(share)).isEqualTo(shown);
    }

    @Test
    void theSmallPlotHasTheBestOnTopOrBelowAndTheRunFromLeftToRight() {
        History history = mixed(Goal.minimize("loss")).history();
        String svg = new String(MiniPlot.of(Convergence.of(history), 13, "loss").bytes(), StandardCharsets.UTF_8);
        // 348 of 360 pixels for twelve steps of 29; 60 of 72 pixels for scores from 1, below, to 5, above.
        assertThat(svg)
                .contains(
                        "<circle cx=\"6\" cy=\"6\" r=\"2.5\"/><circle cx=\"64\" cy=\"36\" r=\"2.5\"/>"
                                + "<circle cx=\"93\" cy=\"21\" r=\"2.5\"/><circle cx=\"122\" cy=\"66\" r=\"2.5\"/>"
                                + "<circle cx=\"180\" cy=\"66\" r=\"2.5\"/></g>",
                        "d=\"M6 6H64V36H122V66H180\"/>");
        String one = new String(
                MiniPlot.of(Convergence.of(Histories.first(history, 1)), 0, "loss")
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(one).contains("<circle cx=\"180\" cy=\"36\" r=\"2.5\"/>");
    }
}
