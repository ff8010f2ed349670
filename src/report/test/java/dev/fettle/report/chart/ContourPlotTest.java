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
import dev.fettle.report.view.belief.SurrogatePlane;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import tech.tablesaw.api.Table;

class ContourPlotTest {
    private static final SearchSpace SPACE =
            SpaceText.parse("rate ~ logUniform(1e-4, 1)\nx ~ uniform(0, 1)\nk in 1..3\nkind in {a, b}");
    private static final StudyReport REPORT = Draft.of(
                    SPACE,
                    Histories.random(
                            SPACE,
                            Goal.minimize("loss"),
                            40,
                            1,
                            p -> Score.of(Math.pow(Math.log10(p.real("rate")) + 2, 2)
                                    + 3 * Math.pow(p.real("x") - 0.7, 2)
                                    + p.whole("k"))))
            .planned(40)
            .report();

    private static Plot draw(String... words) {
        return Plots.found().draw(REPORT, List.of(words));
    }

    private static XYSeries series(Plot plot, String name) {
        return ((XYChart) plot.panels().get(0))
                .getSeriesCollection().stream()
                        .filter(s -> s.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static String svg(Plot plot) {
        return new String(Picture.of(plot, Format.SVG).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void trialsStandUponIt() {
        Plot plot = draw("contour", "rate", "x");
        Trial.Completed best = REPORT.history().best().orElseThrow();
        assertThat(series(plot, "trials").getXData()).hasSize(39);
        assertThat(series(plot, "best").getXData())
                .containsExactly(StrictMath.log10(best.point().real("rate")));
        assertThat(series(plot, "best").getYData()).containsExactly(best.point().real("x"));
        SurrogatePlane.Spot next = REPORT.insights().over("rate", "x").next().orElseThrow();
        assertThat(series(plot, "next").getYData()).containsExactly((Double) next.down());
    }

    @Test
    void bandsGoFromTheBestToTheWorst() {
        String svg = svg(draw("contour", "rate", "x"));
        assertThat(svg).contains(">loss: a model, all else as in trial ", ">rate</text>", ">x</text>");
        Plot plot = draw("contour", "rate", "x");
        assertThat(plot.alt()).contains("A model of the scores expects the best loss over rate and x, ");
        // Each of the twelve colours is there, in the picture and in the bar.
        for (int i = 0; i < 12; i++) {
            int rgb = ColourBar.colour((i + 0.5) / 12).getRGB() & 0xFFFFFF;
            assertThat(svg.split(String.format("#%06x", rgb), -1).length)
                    .as("band " + i)
                    .isGreaterThan(2);
        }
    }

    @Test
    void aFewValuesStandByTheirNames() {
        assertThat(svg(draw("contour", "k", "kind"))).contains(">a</text>", ">b</text>", ">1</text>", ">3</text>");
        assertThat(DoubleStream.of(
                        series(draw("contour", "kind", "x"), "trials").getXData()))
                .allMatch(x -> (x > -0.31 && x < 0.31) || (x > 0.69 && x < 1.31));
    }

    @Test
    void theAltSentenceCarriesTheNumbers() {
        SurrogatePlane plane = REPORT.insights().over("rate", "k");
        SurrogatePlane.Spot best = plane.best();
        assertThat(draw("contour", "rate", "k").alt())
                .startsWith("A model of the scores expects the best loss over rate and k, "
                        + Wording.score(best.score()) + ", at rate = " + Wording.value(best.across())
                        + " and k = 1, all else as in trial "
                        + REPORT.history().best().orElseThrow().number()
                        + "; one more trial promises most at rate = ");
    }

    @Test
    void aTableHasTheBeliefsTheTrialsAndTheNextOne() {
        Table table = Plots.found().table(REPORT, List.of("contour", "kind", "k"));
        assertThat(table.columnNames()).containsExactly("what", "trial", "a", "b", "score");
        assertThat(table.rowCount()).isEqualTo(2 * 3 + 40 + 1);
        assertThat(table.stringColumn("what").asList()).startsWith("model").endsWith("trial", "next");
        assertThat(table.stringColumn("a").unique().asList()).containsExactlyInAnyOrder("a", "b");
        assertThat(table.doubleColumn("b").max()).isEqualTo(3);
        assertThat(table.intColumn("trial").countMissing()).isEqualTo(7);
        assertThat(table.doubleColumn("score").countMissing()).isEqualTo(1);
    }

    @Test
    void whereTheSpaceHasNoPointItIsHatchedAndSaid() {
        SearchSpace space =
                SpaceText.parse("solver in {sgd, adam}\nbeta ~ uniform(0, 1) if solver == adam\nx ~ uniform(0, 1)");
        StudyReport report = Draft.of(
                        space, Histories.random(space, Goal.minimize("loss"), 30, 1, p -> Score.of(p.real("x"))))
                .report();
        Plot plot = Plots.found().draw(report, List.of("contour", "solver", "beta"));
        assertThat(plot.alt())
                .endsWith(
                        "Hatched is what is not in the space: one of the two is inactive there, or a constraint forbids it.");
        // In the picture and in its key.
        assertThat(svg(plot)).contains(">not in the space</text>");
        assertThat(svg(plot).split("\"#999\"", -1)).hasSizeGreaterThan(2);
        Plot whole = Plots.found().draw(report, List.of("contour", "solver", "x"));
        assertThat(whole.alt()).doesNotContain("Hatched");
        assertThat(svg(whole)).doesNotContain("not in the space", "\"#999\"");
    }

    @Test
    void whatCannotBeShownIsToldInASentence() {
        assertThatThrownBy(() -> draw("contour", "x"))
                .hasMessage("Plot (contour) must name two parameters. Maybe  contour rate x.");
        assertThatThrownBy(() -> draw("contour", "x", "x")).hasMessage("Parameters (x, x) must differ.");
        assertThatThrownBy(() -> draw("contour", "rat", "x")).hasMessageEndingWith("Maybe rate.");
        StudyReport failed = Objects.requireNonNull(AwkwardStudies.all().get("all failed"));
        assertThatThrownBy(() -> Plots.found().draw(failed, List.of("contour", "a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
