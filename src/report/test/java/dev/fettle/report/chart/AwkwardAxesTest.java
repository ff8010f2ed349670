package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.axis.NumberAxis;
import dev.fettle.report.axis.Spacing;
import dev.fettle.report.html.Bundle;
import dev.fettle.report.html.PlotView;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.view.Convergence;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

/** Scores over decades and scores far from all others, in every plot of scores. */
class AwkwardAxesTest {
    private static StudyReport study(double... scores) {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, scores.length));
        List<Point> points = IntStream.rangeClosed(1, scores.length)
                .mapToObj(i -> Point.of(Map.of("x", i)))
                .toList();
        return Histories.report(
                space, Histories.of(Goal.minimize("loss"), points, p -> Score.of(scores[p.whole("x") - 1])));
    }

    private static XYSeries series(Plot plot, String name) {
        return ((XYChart) plot.panels().get(0))
                .getSeriesCollection().stream()
                        .filter(s -> s.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static StudyReport awkward(String name) {
        return Objects.requireNonNull(AwkwardStudies.all().get(name));
    }

    private static String svg(Plot plot) {
        return new String(Picture.of(plot, Format.SVG).bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "slice x"})
    void outliersAreArrowsAtTheRimWithTheirCount(String words) {
        double[] scores = IntStream.range(0, 60)
                .mapToDouble(i -> i % 30 == 3 ? 6e12 : 1 + i % 40)
                .toArray();
        Plot plot = Plots.found().draw(study(scores), List.of(words.split(" ", -1)));
        assertThat(plot.alt()).endsWith(" Of 60 scores the axis cuts off 2 above, up to 6·10¹².");
        assertThat(svg(plot)).contains(">▲ 2 above, up to 6·10¹²<");
        assertThat(series(plot, "trials").getYData()).hasSize(58).contains(1, 40);
        assertThat(series(plot, "trials above").getXData()).hasSize(2).contains(4, 34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "slice x"})
    void lossesOverDecadesStandAtTheirPowers(String words) {
        Plot plot = Plots.found().draw(study(1000, 100, 10, 1, 0.1), List.of(words.split(" ", -1)));
        assertThat(plot.alt()).endsWith(" The axis of scores is logarithmic.");
        double[] y = series(plot, "trials").getYData();
        assertThat(Arrays.stream(y).mapToLong(Math::round)).containsExactly(3L, 2L, 1L, 0L, -1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "slice", "values", "parallel", "edf", "heatmap a b"})
    void everyPlotOfScoresHasThemAtTheirPowers(String words) {
        assertThat(Plots.found()
                        .draw(awkward("decades"), List.of(words.split(" ", -1)))
                        .alt())
                .matches(".* The axis of (scores|means) is logarithmic\\.");
    }

    @Test
    void parallelLinesOverDecadesEndAtTheirPowers() {
        Plot plot = Plots.found().draw(study(1000, 100, 10, 1, 0.1), List.of("parallel"));
        assertThat(plot.alt()).endsWith(" The axis of scores is logarithmic.");
        assertThat(svg(plot)).contains(">0.1000<", ">1<", ">100<", ">1000<");
        double[] scores =
                IntStream.range(0, 60).mapToDouble(i -> i == 3 ? 6e12 : 60 - i).toArray();
        Plot cut = Plots.found().draw(study(scores), List.of("parallel"));
        assertThat(cut.alt()).endsWith(" Of 60 scores the axis cuts off 1 above, up to 6·10¹².");
        assertThat(svg(cut)).contains(">60.00; 1 above, up to 6·10¹²<");
    }

    @Test
    void goalsOverDecadesStandAtTheirPowersAndWhatNoOtherBeatsIsNeverCutOff() {
        Plot plot = Plots.found().draw(awkward("two goals over decades"), List.of("pareto"));
        assertThat(plot.alt())
                .contains(
                        "The axis of values of accuracy is logarithmic.",
                        "The axis of values of seconds is logarithmic.")
                .contains("Of 40 values of seconds the axis cuts off")
                .doesNotContain("values of accuracy the axis cuts off");
        assertThat(svg(plot)).contains(">beyond the axis<");
    }

    @Test
    void noAxisHasOneLabelAlone() {
        // Between 0.04 and 0.98 the roundest number alone is 0.5.
        Side side = Side.of("x", NumberAxis.of(Spacing.EVEN, 0.04, 0.98));
        Sheet sheet = new Sheet(Axes.of("", side, side), Size.SMALL.width(), Size.SMALL.height() / 2);
        String svg = svg(Plot.of(sheet, "None."));
        assertThat(svg.split(">0\\.[0-9]+<", -1)).hasSizeGreaterThan(4);
    }

    @Test
    void longWordsBelowOneChartMakeItsRowHigherAndNoOther() {
        List<Sheet> sheets = Stream.of(List.of("a", "b"), List.of("c"), List.of("x".repeat(19), "y".repeat(19)))
                .map(words -> new Sheet(
                        Axes.of("", Side.words("w", words), Side.exactly("", 0, 1)),
                        Size.SMALL.width(),
                        Size.SMALL.height()))
                .toList();
        Sheet.alike(sheets, 2);
        assertThat(sheets.get(0).getHeight())
                .isEqualTo(sheets.get(1).getHeight())
                .isEqualTo(Size.SMALL.height());
        assertThat(sheets.get(2).getHeight()).isGreaterThan(Size.SMALL.height() + 40);
    }

    @Test
    void marksAreExplainedAndTheAxesNamed() {
        assertThat(svg(Plots.found().draw(awkward("one scored"), List.of("history"))))
                .contains(">trial<", ">best so far<", ">best<", ">failed<", ">1<", ">accuracy<");
    }

    @ParameterizedTest
    @ValueSource(strings = {"history", "slice a", "values", "heatmap a b", "share", "failures"})
    void aPictureHasTheGroundOfItsPageAndARuleForDarkOnes(String words) {
        String svg = svg(Plots.found().draw(awkward("all but one scored"), List.of(words.split(" ", -1))));
        assertThat(svg).contains("@media(prefers-color-scheme:dark)").doesNotContain("\"#fff\"", "\"#000\"");
    }

    @Test
    void theSmallPlotIsSpreadToo() {
        double[] scores =
                IntStream.range(0, 60).mapToDouble(i -> i == 3 ? 6e12 : 60 - i).toArray();
        Picture picture = MiniPlot.of(Convergence.of(study(scores).history()), 60, "loss");
        String svg = new String(picture.bytes(), StandardCharsets.UTF_8);
        // The first stands at the upper end, the outlier behind it.
        assertThat(svg).contains("cx=\"6\" cy=\"6\"", "cy=\"3\"").doesNotContain("#fff");
    }

    @Test
    void aPlotAloneSaysItsAxisInItsText() {
        Bundle shown = PlotView.of(Plots.found().draw(study(1000, 100, 10, 1, 0.1), List.of("history")));
        assertThat(shown.text()).contains("The axis of scores is logarithmic.");
    }
}
