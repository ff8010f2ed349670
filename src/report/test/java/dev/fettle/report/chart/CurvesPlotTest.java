package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Look;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class CurvesPlotTest {
    private static final SearchSpace SPACE = SearchSpace.of(Real.uniform("x", 0, 1));
    private static final Duration TOOK = Duration.ofMillis(1);

    private static Trial.Running trial(int number, double x, int resource) {
        Proposal proposal = new Proposal(SPACE.decode(new double[] {x}), resource, null, "rung");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    /** Nine points with resource 10, the best three with 30, the best with 90. */
    private static StudyReport rungs() {
        History history = History.empty(Goal.maximize("accuracy"));
        for (int i = 1; i <= 9; i++) {
            history = history.plus(trial(i, i / 10.0, 10).complete(Score.of(i / 10.0), TOOK));
        }
        for (int i = 7; i <= 9; i++) {
            history = history.plus(trial(i + 3, i / 10.0, 30).complete(Score.of(i / 10.0 + 0.01), TOOK));
        }
        return Histories.report(SPACE, history.plus(trial(13, 0.9, 90).complete(Score.of(0.95), TOOK)));
    }

    private static List<XYSeries> series(Plot plot) {
        return List.copyOf(((XYChart) plot.panels().get(0)).getSeriesCollection());
    }

    @Test
    void theBestLiesOnTopAndWhoIsLeftBehindIsHollowAndGrey() {
        List<XYSeries> series = series(Plots.found().draw(rungs(), List.of("curves")));
        XYSeries best = series.get(series.size() - 2);
        assertThat(best.getName()).isEqualTo("trial 9");
        assertThat(best.getXData()).containsExactly(0, 1, 2);
        assertThat(best.getYData()).containsExactly(0.9, 0.91, 0.95);
        assertThat(best.getLineColor()).isEqualTo(Look.BEST);
        assertThat(series).filteredOn(s -> s.getName().startsWith("end of")).hasSize(9);
        assertThat(series.get(0).getLineColor()).isEqualTo(Look.half(Look.PRUNED));
    }

    @Test
    void rungsStandInEqualDistancesUnderTheirResource() {
        Plot plot = Plots.found().draw(rungs(), List.of("curves"));
        assertThat(new String(Picture.of(plot, Format.SVG).bytes(), StandardCharsets.UTF_8))
                .contains(">10</text>", ">30</text>", ">90</text>", ">accuracy by rung</text>");
        assertThat(plot.alt())
                .isEqualTo("Of 9 points, by resource, 9 came to 10, 3 came to 30, 1 came to 90;"
                        + " the best goes from 0.9000 to 0.9500.");
    }

    @Test
    void aBestThatBeganWithAllStandsThere() {
        History history = rungs().history().plus(trial(14, 0.95, 90).complete(Score.of(0.99), TOOK));
        Plot plot = Plots.found().draw(Histories.report(SPACE, history), List.of("curves"));
        assertThat(plot.alt()).endsWith("2 came to 90; the best stands at 0.9900.");
    }

    @Test
    void theyStandInTheFigureWherePointsWentFromRungToRung() {
        assertThat(Plots.found().figure(rungs(), List.of()).panels())
                .extracting(c -> c.getTitle())
                .containsExactly("accuracy of each trial, and the best so far", "accuracy by rung");
    }

    @Test
    void intermediateScoresStandByStep() throws Exception {
        History history = History.empty(Goal.minimize("loss"))
                .plus(trial(1, 0.1, Proposal.ALL)
                        .report(new Report(1, 0.5))
                        .report(new Report(2, 0.25))
                        .complete(Score.of(0.25), TOOK))
                .plus(trial(2, 0.2, Proposal.ALL).report(new Report(1, 0.75)).prune("slow", TOOK));
        StudyReport report = Histories.report(SPACE, history);
        Plot plot = Plots.found().draw(report, List.of("curves"));
        assertThat(plot.alt())
                .isEqualTo("Of 2 trials with intermediate scores of accuracy, 1 came to the end;"
                        + " the best goes from 0.5000 to 0.2500.");
        assertThat(Plots.found()
                        .table(report, List.of("curves"))
                        .write()
                        .toString("csv")
                        .replace("\r", ""))
                .isEqualTo("""
                        line,trial,step,score,scored
                        1,1,1,0.5,false
                        1,1,2,0.25,false
                        2,2,1,0.75,false
                        """);
        assertThat(Plots.found().figure(report, List.of()).panels())
                .extracting(c -> c.getTitle())
                .doesNotContain("accuracy by step");
    }

    @Test
    void withoutIntermediateScoresThereIsNothingToShow() {
        assertThatThrownBy(() -> Plots.found().draw(Histories.iris72Report(), List.of("curves")))
                .hasMessage(
                        "Plot (curves) must have trials with a resource or with intermediate scores; there are none.");
    }
}
