package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

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
