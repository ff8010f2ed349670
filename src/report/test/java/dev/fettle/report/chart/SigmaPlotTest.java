package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.insight.Background;
import dev.fettle.report.insight.Insights;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.sampler.Spread;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class SigmaPlotTest {
    private static final List<Spread> TWO = List.of(
            new Spread(0, 1, 10, 0.1, 1, -3),
            new Spread(0, 2, 20, 0.01, 10, Double.NaN),
            new Spread(1, 1, 40, 0.1, 1, -4));

    private static StudyReport report(List<Spread> spreads) {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        StudyReport plain = Draft.of(
                        space, Histories.random(space, Goal.maximize("gain"), 40, 1, p -> Score.of(p.real("x"))))
                .metric("gain")
                .report();
        return AwkwardStudies.widths(plain, spreads);
    }

    private static void stands(Plot plot, String name, double[] x, double[] y) {
        XYSeries series = ((XYChart) plot.panels().get(0))
                .getSeriesCollection().stream()
                        .filter(s -> s.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(series.getXData()).containsExactly(x);
        assertThat(series.getYData()).containsExactly(y, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void bothLinesStandAtTheirPowersAndBeginAnewAtARestart() {
        Plot plot = Plots.found().draw(report(TWO), List.of("sigma"));
        stands(plot, "sigma 1", new double[] {10, 20}, new double[] {-1, -2});
        stands(plot, "axis ratio 1", new double[] {10, 20}, new double[] {0, 1});
        stands(plot, "sigma 2", new double[] {40}, new double[] {-1});
        assertThat(plot.alt())
                .isEqualTo("In 3 generations sigma goes from 0.1000 to 0.1000 and the axis ratio"
                        + " from 1.000 to 1.000; 1 restart.");
        assertThat(new String(Picture.of(plot, Format.SVG).bytes(), StandardCharsets.UTF_8))
                .contains(">axis ratio</text>", ">sigma</text>", ">0.01</text>", ">10</text>");
    }

    @Test
    void aTableHasEveryGenerationWithItsBestScore() {
        assertThat(Plots.found()
                        .table(report(TWO), List.of("sigma"))
                        .write()
                        .toString("csv")
                        .replace("\r", ""))
                .isEqualTo("""
                        restart,generation,trials,sigma,axis_ratio,best
                        0,1,10,0.1,1.0,3.0
                        0,2,20,0.01,10.0,
                        1,1,40,0.1,1.0,4.0
                        """);
    }

    @Test
    void itStandsBesideTheScoresOfGenerationsWhereThereAreAny() {
        Plot figure = Plots.found().figure(report(TWO), List.of());
        assertThat(figure.panels())
                .extracting(c -> c.getTitle())
                .containsExactly(
                        "gain of each generation, and the best so far", "sigma and axis ratio of each generation");
        assertThat(Plots.found().figure(report(List.of()), List.of()).panels())
                .extracting(c -> c.getTitle())
                .containsExactly("gain of each trial, and the best so far", "Importance, with 90 % intervals");
    }

    @Test
    void generationsWithoutAxesHaveTheirWidthAlone() {
        StudyReport round = report(TWO.stream()
                .map(s -> new Spread(s.restart(), s.generation(), s.trials(), s.sigma(), Double.NaN, s.best()))
                .toList());
        Plot plot = Plots.found().draw(round, List.of("sigma"));
        assertThat(((XYChart) plot.panels().get(0)).getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("sigma 1", "sigma 2");
        assertThat(plot.alt()).isEqualTo("In 3 generations the width goes from 0.1000 to 0.1000; 1 restart.");
        assertThat(new String(Picture.of(plot, Format.SVG).bytes(), StandardCharsets.UTF_8))
                .contains(">width of each generation</text>", ">0.01</text>")
                .doesNotContain("axis ratio");
    }

    @Test
    void withoutGenerationsThereIsNothingToShow() {
        assertThatThrownBy(() -> Plots.found().draw(report(List.of()), List.of("sigma")))
                .hasMessage("Plot (sigma) must have a finished generation to show; there is none.");
        assertThat(Plots.found().figure(report(List.of()), List.of("sigma")).alt())
                .startsWith("The best gain so far");
    }

    @Test
    void generationsThatCannotBeFoundTakeNoFigureAlong() {
        StudyReport plain = report(List.of());
        StudyReport broken = Draft.of(plain)
                .insights(Insights.of(
                        plain.history(),
                        plain.space(),
                        new Seed(1),
                        Background.NONE,
                        () -> {
                            throw new IllegalStateException("no memory");
                        },
                        List::of))
                .report();
        assertThat(Plots.found().figure(broken, List.of()).panels()).hasSize(2);
    }
}
