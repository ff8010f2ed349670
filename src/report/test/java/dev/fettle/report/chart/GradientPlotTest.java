package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.sampler.Slope;
import dev.fettle.sampler.Slope.Event;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class GradientPlotTest {
    private static final List<Slope> STEPS = List.of(
            step(1, 1, 10, 100, 10, Event.STEP),
            step(1, 2, 15, 1, 0.1, Event.VANISHED),
            step(2, 1, 20, Double.NaN, Double.NaN, Event.FAILED),
            step(2, 2, 25, 10, 1, Event.CLIPPED));

    private static Slope step(int start, int step, int trials, double loss, double norm, Event event) {
        return new Slope(start, step, trials, loss, norm, 0.5, event, List.of());
    }

    private static StudyReport report(List<Slope> slopes) {
        SearchSpace space = SpaceText.parse("x ~ uniform(0, 1)");
        StudyReport plain = Draft.of(
                        space, Histories.random(space, Goal.minimize("loss"), 40, 1, p -> Score.of(p.real("x"))))
                .metric("loss")
                .report();
        return AwkwardStudies.steps(plain, slopes);
    }

    private static Plot plot(List<Slope> slopes) {
        return Plots.found().draw(report(slopes), List.of("gradient"));
    }

    private static Collection<XYSeries> series(Plot plot) {
        return ((XYChart) plot.panels().get(0)).getSeriesCollection();
    }

    private static void stands(Plot plot, String name, double[] x, double[] y) {
        XYSeries series = series(plot).stream()
                .filter(s -> s.getName().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(series.getXData()).containsExactly(x);
        assertThat(series.getYData()).containsExactly(y, within(1e-12));
    }

    @Test
    void bothLinesStandAtTheirPowersAndBeginAnewAtAStartPoint() {
        Plot plot = plot(STEPS);
        stands(plot, "gradient 1", new double[] {10, 15}, new double[] {1, -1});
        stands(plot, "loss 1", new double[] {10, 15}, new double[] {2, 0});
        stands(plot, "gradient 2", new double[] {25}, new double[] {0});
        stands(plot, "start 2", new double[] {25}, new double[] {0});
        assertThat(plot.alt())
                .isEqualTo("In 3 steps the length of the gradient goes from 10.00 to 1.000 and the loss from 100.0 to"
                        + " 10.00; 1 restart.");
    }

    @Test
    void aLossThatIsNotPositiveStandsInTheHistoryAlone() {
        Plot plot = plot(List.of(step(1, 1, 5, -3, 2, Event.STEP), step(1, 2, 10, -4, 0.5, Event.STEP)));
        assertThat(series(plot)).extracting(XYSeries::getName).containsExactly("gradient 1");
        assertThat(plot.alt()).isEqualTo("In 2 steps the length of the gradient goes from 2.000 to 0.5000.");
    }

    @Test
    void aTableHasEveryStep() {
        assertThat(Plots.found()
                        .table(report(STEPS), List.of("gradient"))
                        .write()
                        .toString("csv")
                        .replace("\r", ""))
                .isEqualTo("""
                        start,step,trials,score,gradient,rate,event
                        1,1,10,100.0,10.0,0.5,step
                        1,2,15,1.0,0.1,0.5,vanished
                        2,1,20,,,0.5,failed
                        2,2,25,10.0,1.0,0.5,clipped
                        """);
    }

    @Test
    void itStandsBesideTheHistoryWhereThereWereSteps() {
        assertThat(Plots.found().figure(report(STEPS), List.of()).panels())
                .extracting(c -> c.getTitle())
                .containsExactly("loss of each trial, and the best so far", "gradient and loss at each step");
    }

    @Test
    void withoutStepsThereIsNothingToShow() {
        assertThatThrownBy(() -> plot(List.of()))
                .hasMessage("Plot (gradient) must have a finished step to show; there is none.");
        assertThatThrownBy(() -> plot(List.of(step(1, 1, 5, 1, 0, Event.VANISHED))))
                .hasMessage("Plot (gradient) must have a step with a slope to show.");
    }
}
