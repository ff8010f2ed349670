package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.text.Wording;
import dev.fettle.report.view.belief.SurrogateSlice;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

class SurrogatePlotTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("rate ~ logUniform(1e-4, 1)\nx ~ uniform(0, 1)\nk in 1..3\nkind in {a, b}");
    private static final StudyReport REPORT = report(Goal.minimize("loss"));

    private static StudyReport report(Goal goal) {
        History history = Histories.random(
                SPACE,
                goal,
                30,
                1,
                p -> p.whole("k") == 3 && p.real("x") > 0.5
                        ? null
                        : Score.of(goal.loss(Math.pow(Math.log10(p.real("rate")) + 2, 2) + p.real("x"))));
        return Draft.of(SPACE, history).planned(30).report();
    }

    private static Plot draw(StudyReport report, String name) {
        return Plots.found().draw(report, List.of("surrogate", name));
    }

    private static XYSeries series(String parameter, String name) {
        return ((XYChart) draw(REPORT, parameter).panels().get(0))
                .getSeriesCollection().stream()
                        .filter(s -> s.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void aCurveIsDrawnInItsBandWithTheTrialsAndTheNextOne() {
        SurrogateSlice slice = REPORT.insights().along("x");
        XYSeries mean = series("x", "mean");
        assertThat(mean.getXData()).hasSize(61).startsWith(0).endsWith(1);
        assertThat(mean.getYData())
                .containsExactly(slice.beliefs().stream()
                        .mapToDouble(SurrogateSlice.Belief::mean)
                        .toArray());
        XYSeries band = series("x", "band");
        assertThat(band.getXData()).hasSize(122).startsWith(0).endsWith(0);
        assertThat(band.getYData())
                .startsWith(slice.beliefs().get(0).low())
                .endsWith(slice.beliefs().get(0).high());
        int scored = REPORT.history().completedCount();
        assertThat(scored).isLessThan(30);
        assertThat(series("x", "trials").getXData()).hasSize(scored);
        Trial.Completed best = REPORT.history().best().orElseThrow();
        assertThat(series("x", "best").getXData()).containsExactly(best.point().real("x"));
        assertThat(series("x", "best").getYData()).containsExactly(best.score().value());
        assertThat(series("x", "next").getXData())
                .containsExactly((Double) slice.next().orElseThrow());
    }

    @Test
    void aLogarithmicParameterStandsAtItsPowers() {
        assertThat(series("rate", "mean").getXData()).startsWith(-4).endsWith(0);
        assertThat(series("rate", "best").getXData())
                .containsExactly(StrictMath.log10(
                        REPORT.history().best().orElseThrow().point().real("rate")));
    }

    @Test
    void fewValuesAreBarsWithTheirWords() {
        String svg = new String(Picture.of(draw(REPORT, "k"), Format.SVG).bytes(), StandardCharsets.UTF_8);
        assertThat(svg).contains(">3</text>", ">loss by k: a model, with its 95 % band</text>", "#009e73", "#d55e00");
        assertThat(new String(Picture.of(draw(REPORT, "kind"), Format.SVG).bytes(), StandardCharsets.UTF_8))
                .contains(">a</text>", ">b</text>");
    }

    @Test
    void theAltSentenceCarriesTheNumbers() {
        SurrogateSlice slice = REPORT.insights().along("rate");
        SurrogateSlice.Belief best = slice.best();
        assertThat(draw(REPORT, "rate").alt())
                .isEqualTo("A model of the scores expects the best loss, " + Wording.score(best.mean()) + " (95 %: "
                        + Wording.score(best.low()) + " to " + Wording.score(best.high()) + "), at rate = "
                        + Wording.value(best.value()) + ", all else as in trial "
                        + REPORT.history().best().orElseThrow().number()
                        + "; one more trial promises most at rate = "
                        + Wording.value(slice.next().orElseThrow()) + ".");
        assertThat((Double) best.value()).isBetween(0.002, 0.05);
        StudyReport up = report(Goal.maximize("gain"));
        assertThat((Double) up.insights().along("rate").best().value()).isBetween(0.002, 0.05);
    }

    @Test
    void aTableHasTheBeliefsTheTrialsAndTheNextOne() {
        Table table = Plots.found().table(REPORT, List.of("surrogate", "x"));
        assertThat(table.columnNames()).containsExactly("what", "trial", "value", "score", "low", "high");
        int scored = REPORT.history().completedCount();
        assertThat(table.rowCount()).isEqualTo(61 + scored + 1);
        assertThat(table.stringColumn("what").asList()).startsWith("model").endsWith("trial", "next");
        assertThat(table.doubleColumn("low").countMissing()).isEqualTo(scored + 1);
        assertThat(table.intColumn("trial").countMissing()).isEqualTo(62);
        assertThat(table.doubleColumn("score").countMissing()).isEqualTo(1);
        assertThat(Plots.found()
                        .table(REPORT, List.of("surrogate", "kind"))
                        .stringColumn("value")
                        .asList())
                .startsWith("a", "b");
    }

    private static StudyReport awkward(String name) {
        return Objects.requireNonNull(AwkwardStudies.all().get(name));
    }

    @Test
    void whatCannotBeModelledIsToldInASentence() {
        assertThatThrownBy(() -> draw(awkward("all failed"), "a"))
                .hasMessage("Plot (surrogate) must have 4 scored trials to show.");
        assertThatThrownBy(() -> draw(awkward("conditional"), "never"))
                .hasMessage("Plot (surrogate) must have a scored trial with never to show.");
        assertThatThrownBy(() -> draw(REPORT, "rat")).hasMessageEndingWith("Maybe rate.");
    }
}
