package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.Draft;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PlotsTest {
    private static final StudyReport IRIS = Histories.iris72Report();
    private static final Plots PLOTS = Plots.found();

    private static Plot figure(StudyReport report) {
        return PLOTS.figure(report, List.of());
    }

    private static Plot plot(String words) {
        return words.equals("standard") ? figure(IRIS) : PLOTS.draw(IRIS, List.of(words.split(" ", -1)));
    }

    static Document parse(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.bytes()));
    }

    static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static StudyReport trials(int count, double... ends) {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, count));
        History history = Histories.grid(
                space,
                Goal.maximize("score"),
                p -> Score.of(p.whole("x") <= ends.length ? ends[p.whole("x") - 1] : Math.sin(p.whole("x"))));
        return Histories.report(space, history);
    }

    @ParameterizedTest
    @CsvSource({"standard, 12000", "history, 12000", "share, 4000", "values, 30000", "heatmap alpha solver, 5000"})
    void everySvgIsSmallAndWellFormed(String words, int limit) throws Exception {
        Picture picture = Picture.of(plot(words), Format.SVG);
        assertThat(picture.bytes()).hasSizeLessThan(limit);
        assertThat(parse(picture).getDocumentElement().getAttribute("width")).isEqualTo("" + picture.width());
    }

    @Test
    void lettersAreText() throws Exception {
        assertThat(texts(parse(Picture.of(plot("standard"), Format.SVG))))
                .contains("accuracy of each trial, and the best so far", "trial", "1", "60", "0.95")
                .contains("Share of the variance of accuracy", "solver", "hidden_layer_sizes", "interactions", "73 %");
        assertThat(texts(parse(Picture.of(plot("values"), Format.SVG))))
                .contains("solver", "(50)", "(100)", "(150)", "constant", "0.0001", "0.95");
        assertThat(texts(parse(Picture.of(plot("heatmap alpha solver"), Format.SVG))))
                .contains("alpha", "solver", "0.0001", "adam", "0.9611");
    }

    @Test
    void noLetterIsLeftAsAnOutline() {
        String svg = new String(Picture.of(plot("standard"), Format.SVG).bytes(), StandardCharsets.UTF_8);
        assertThat(svg).doesNotContain("Q").contains("<circle", "#0072b2", "#d55e00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "values", "heatmap alpha solver"})
    void theSameStudyGivesTheSameBytes(String words) {
        for (Format format : Format.values()) {
            assertThat(Picture.of(plot(words), format)).isEqualTo(Picture.of(plot(words), format));
        }
    }

    @Test
    void aThousandTrialsFitInTwentyFiveKilobytes() throws Exception {
        Picture picture = Picture.of(figure(trials(1000)), Format.SVG);
        assertThat(picture.bytes()).hasSizeLessThan(25_000);
        assertThat(texts(parse(picture))).contains("1000");
    }

    @Test
    void tenThousandTrialsAreThinned() {
        assertThat(Picture.of(figure(trials(10_000)), Format.SVG).bytes()).hasSizeLessThan(25_000);
    }

    @Test
    void aPngIsTwiceAsSharp() throws Exception {
        Picture picture = Picture.of(plot("standard"), Format.PNG);
        assertThat(picture.bytes()).hasSizeLessThan(28_000);
        var image = javax.imageio.ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        assertThat(image.getWidth()).isEqualTo(2 * picture.width());
        assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
        assertThat(picture.dataUri()).startsWith("data:image/png;base64,iVBOR");
    }

    @Test
    void noColourOfAHeatMapIsLostInItsPng() throws Exception {
        Picture picture = Picture.of(PLOTS.draw(random(300), List.of("heatmap", "alpha", "momentum")), Format.PNG);
        var image = javax.imageio.ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        // Twenty cells of nearly as many means, and the 24 shades of the bar.
        assertThat(java.util.Arrays.stream(pixels).distinct().count()).isGreaterThan(40);
    }

    @Test
    void theAltSentenceCarriesTheNumbers() {
        assertThat(plot("standard").alt())
                .isEqualTo("The best accuracy so far goes from 0.8417 at trial 1 to 0.9833 at trial 31 of 72. "
                        + "Share of the variance of accuracy: solver 73 %, activation 11 %, hidden_layer_sizes 7 %, "
                        + "alpha 1 %.");
        assertThat(plot("heatmap alpha solver").alt())
                .isEqualTo("Mean accuracy by alpha and solver: best 0.9611 at alpha 0.0001 and solver adam.");
        assertThat(plot("values").alt()).contains("solver adam (0.9583)");
    }

    @Test
    void failedTrialsAreCrosses() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 5));
        History history =
                Histories.grid(space, Goal.maximize("score"), p -> p.whole("x") == 2 ? null : Score.of(p.whole("x")));
        String svg = new String(
                Picture.of(figure(Histories.report(space, history)), Format.SVG).bytes(), StandardCharsets.UTF_8);
        assertThat(svg).contains("#cc79a7");
    }

    @ParameterizedTest
    @CsvSource({
        "1e9, 1000000010",
        "1e-20, 2e-20",
        "1, 1.000000000000001",
        "1e300, -1e300",
        "5, 5",
        "0, 0",
        "-5, 1e15",
        "0.99999, 1",
        "4.9e-324, 1e-323",
        "1e-9, 3e-3"
    })
    void axesOfAnyRangeEnd(double first, double second) throws Exception {
        double[] ends = {first, second, first, second, first};
        StudyReport report = trials(5, ends);
        assertThat(texts(parse(Picture.of(figure(report), Format.SVG)))).contains("trial");
        assertThat(texts(parse(Picture.of(PLOTS.draw(report, List.of("values")), Format.SVG))))
                .contains("x");
    }

    @Test
    void oneTrialAndNoTrialCanBeDrawn() throws Exception {
        assertThat(texts(parse(Picture.of(figure(trials(1)), Format.SVG)))).contains("trial");
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 2), Whole.between("y", 1, 2));
        StudyReport none = Histories.report(space, History.empty(Goal.maximize("score")));
        assertThatThrownBy(() -> figure(none))
                .hasMessage("Plot (history) must have a scored trial to show. "
                        + "Plot (share) must have a scored trial to show.");
        for (String words : List.of("history", "share", "values", "heatmap x y")) {
            assertThatThrownBy(() -> PLOTS.draw(none, List.of(words.split(" ", -1))))
                    .hasMessageContaining("must have a scored trial to show.");
        }
    }

    @Test
    void wordsOfUsersAreEscaped() throws Exception {
        SearchSpace space = SearchSpace.of(Choice.of("kind", "<script>alert(1)</script>", "a & b", "$x^2$", ""));
        History history = Histories.grid(
                space, Goal.maximize("score"), p -> Score.of(p.text("kind").length()));
        Picture picture = Picture.of(PLOTS.draw(Histories.report(space, history), List.of("values")), Format.SVG);
        assertThat(new String(picture.bytes(), StandardCharsets.UTF_8)).doesNotContain("<script");
        assertThat(texts(parse(picture))).contains("a & b", "$x^2$");
    }

    @Test
    void unknownPlotsAreAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> plot("histry"))
                .hasMessage(
                        "Plot (histry) must be one of history, generations, importance, share, sigma, gradient, curves, values, slice, surrogate, contour, "
                                + "heatmap, rank, parallel, edf, timeline, pareto, hypervolume, failures. Maybe history.");
        assertThatThrownBy(() -> plot("compare other"))
                .hasMessage("Plot (compare) must be asked of several studies. Maybe  %tune compare a b.");
        assertThatThrownBy(() -> plot("heatmap alpha"))
                .hasMessage("Plot (heatmap) must name two parameters. Maybe  heatmap hidden_layer_sizes activation.");
        assertThatThrownBy(() -> plot("history alpha")).hasMessage("Plot (history) must stand alone, without alpha.");
    }

    private static final SearchSpace MIXED = SearchSpace.of(
            Real.logUniform("alpha", 1e-5, 1e-1),
            Real.uniform("momentum", 0.5, 0.99),
            Choice.of("activation", "tanh", "relu"),
            Whole.between("batch", 1, 128));

    private static StudyReport random(int trials, Function<Point, @Nullable Score> score) {
        History history = Histories.random(MIXED, Goal.minimize("score"), trials, 7, score);
        return Draft.of(MIXED, history)
                .named("r")
                .method("Random search")
                .budget(IRIS.budget())
                .ending(IRIS.ending())
                .planned(trials)
                .elapsed(IRIS.elapsed())
                .seed(42)
                .report();
    }

    static StudyReport random(int trials) {
        return random(
                trials,
                p -> p.whole("batch") > 96
                        ? null
                        : Score.of(Math.abs(Math.log10(p.real("alpha")) + 3) + p.real("momentum")));
    }

    @Test
    void aRandomSearchIsDrawnWithItsImportance() throws Exception {
        Plot plot = figure(random(80));
        assertThat(plot.panels()).hasSize(2);
        assertThat(texts(parse(Picture.of(plot, Format.SVG))))
                .contains("Importance, with 90 % intervals", "alpha", "momentum", "activation", "batch");
        assertThat(plot.alt())
                .containsPattern("The best loss so far goes from .* Share of the variance of loss that a parameter "
                        + "explains alone, with 90 % intervals, estimated from [0-9]+ trials: alpha [0-9]+ % ");
    }

    @Test
    void whereThereIsNothingToSayConvergenceStandsAlone() {
        Plot few = figure(random(8));
        assertThat(few.panels()).hasSize(1);
        assertThat(few.alt()).contains("Importance needs 10 different scored points; there are");
        Plot flat = figure(random(30, p -> Score.of(1)));
        assertThat(flat.panels()).hasSize(1);
        assertThat(flat.alt()).endsWith("All 30 points have the same score.");
        assertThatThrownBy(() -> PLOTS.draw(random(8), List.of("importance")))
                .hasMessageStartingWith("Importance needs 10 different scored points; there are");
    }

    @Test
    void aSliceHasPowersOfTenWhereTheParameterIsLogarithmic() throws Exception {
        assertThat(texts(parse(Picture.of(PLOTS.draw(random(80), List.of("slice", "alpha")), Format.SVG))))
                .contains("loss by alpha", "10⁻⁴", "10⁻³", "10⁻²");
        assertThat(texts(parse(Picture.of(PLOTS.draw(random(80), List.of("slice", "momentum")), Format.SVG))))
                .contains("loss by momentum", "0.60");
        assertThat(texts(parse(Picture.of(PLOTS.draw(random(80), List.of("slice", "activation")), Format.SVG))))
                .contains("tanh", "relu");
        assertThat(PLOTS.draw(random(80), List.of("slice", "batch")).alt())
                .containsPattern("; [0-9]+ trials scored, [0-9]+ failed");
        assertThatThrownBy(() -> PLOTS.draw(random(80), List.of("slice", "alpah")))
                .hasMessageEndingWith("Maybe alpha.");
        assertThatThrownBy(() -> PLOTS.draw(random(80), List.of("slice", "alpha", "alpha")))
                .hasMessage("Parameters (alpha, alpha) must differ.");
    }

    @Test
    void failuresAreDrawnByValueTheMostTellingParameterFirst() throws Exception {
        Plot plot = PLOTS.draw(random(80), List.of("failures"));
        assertThat(plot.alt()).startsWith("Failed trials by value: batch ");
        assertThat(texts(parse(Picture.of(plot, Format.SVG)))).contains("failed by batch, %", "100");
        assertThatThrownBy(() -> PLOTS.draw(random(20, p -> Score.of(p.real("alpha"))), List.of("failures")))
                .hasMessage("Plot (failures) must have a failed trial to show; none failed.");
    }
}
