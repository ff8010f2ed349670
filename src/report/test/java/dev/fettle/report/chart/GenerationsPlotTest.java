package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.sampler.Spread;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class GenerationsPlotTest {
    private static final List<Spread> TWO =
            List.of(new Spread(0, 1, 3, 0.3, Double.NaN, 1), new Spread(0, 2, 6, 0.1, Double.NaN, 1));

    private static StudyReport report(double... scores) {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        Iterator<Double> next = DoubleStream.of(scores).iterator();
        return AwkwardStudies.widths(
                Draft.of(
                                space,
                                Histories.random(
                                        space, Goal.minimize("loss"), scores.length, 1, p -> Score.of(next.next())))
                        .metric("loss")
                        .report(),
                TWO);
    }

    private static void stands(Plot plot, String name, double[] x, double[] y) {
        XYSeries series = ((XYChart) plot.panels().get(0))
                .getSeriesCollection().stream()
                        .filter(s -> s.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(series.getXData()).containsExactly(x);
        assertThat(series.getYData()).containsExactly(y, within(1e-12));
    }

    @Test
    void theBandRunsAroundAndTheLinesWithinIt() {
        Plot plot = Plots.found().draw(report(2, 4, 9, 3, 1, 5), List.of("generations"));
        stands(plot, "from least to largest", new double[] {1, 2, 2, 1}, new double[] {2, 1, 5, 9});
        stands(plot, "mean", new double[] {1, 2}, new double[] {5, 3});
        stands(plot, "best so far", new double[] {1, 2}, new double[] {2, 1});
        assertThat(plot.alt())
                .isEqualTo("In 2 generations the mean loss goes from 5.000 to 3.000 and the best so far from 2.000"
                        + " to 1.000.");
    }

    @Test
    void scoresOfOneSignThatSpanTwoDecadesStandAtTheirPowers() {
        Plot plot = Plots.found().draw(report(100, 100, 100, 0.1, 1, 10), List.of("generations"));
        stands(plot, "best so far", new double[] {1, 2}, new double[] {2, -1});
    }

    @Test
    void aTableHasARowForEachGeneration() {
        assertThat(Plots.found()
                        .table(report(2, 4, 6, 3, 1, 5), List.of("generations"))
                        .removeColumns("sd")
                        .write()
                        .toString("csv")
                        .replace("\r", ""))
                .isEqualTo("""
                        generation,trials,evaluated,min,avg,max,best
                        1,3,3,2.0,4.0,6.0,2.0
                        2,6,3,1.0,3.0,5.0,1.0
                        """);
    }

    @Test
    void itStandsBesideTheWidthOfTheGenerations() {
        Plot figure = Plots.found().figure(report(2, 4, 9, 3, 1, 5), List.of());
        assertThat(figure.panels())
                .extracting(c -> c.getTitle())
                .containsExactly("loss of each generation, and the best so far", "width of each generation");
        assertThat(figure.alt()).endsWith("In 2 generations the width goes from 0.3000 to 0.1000.");
    }

    @Test
    void withoutGenerationsThereIsNothingToShow() {
        assertThatThrownBy(() ->
                        Plots.found().draw(AwkwardStudies.widths(report(1, 2), List.of()), List.of("generations")))
                .hasMessage("Plot (generations) must have a finished generation to show; there is none.");
    }
}
