package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.view.Histories;
import dev.fettle.report.view.StudyReport;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class PlotsTest {
    private static final StudyReport IRIS = Histories.iris72Report();

    private static Plot plot(String words) {
        return words.equals("standard") ? Plots.standard(IRIS) : Plots.of(IRIS, List.of(words.split(" ", -1)));
    }

    private static Document parse(Picture picture) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.bytes()));
    }

    private static List<String> texts(Document svg) {
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
                Goal.MAXIMIZE,
                p -> Score.of(p.whole("x") <= ends.length ? ends[p.whole("x") - 1] : Math.sin(p.whole("x"))));
        return Histories.report(space, history);
    }

    @ParameterizedTest
    @CsvSource({"standard, 12000", "history, 12000", "share, 4000", "values, 30000", "heatmap alpha solver, 4000"})
    void everySvgIsSmallAndWellFormed(String words, int limit) throws Exception {
        Picture picture = Picture.of(plot(words), Format.SVG);
        assertThat(picture.bytes()).hasSizeLessThan(limit);
        assertThat(parse(picture).getDocumentElement().getAttribute("width")).isEqualTo("" + picture.width());
    }

    @Test
    void lettersAreText() throws Exception {
        assertThat(texts(parse(Picture.of(plot("standard"), Format.SVG))))
                .contains("accuracy of each trial, and the best so far", "trial", "70", "0.95")
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
        Picture picture = Picture.of(Plots.standard(trials(1000)), Format.SVG);
        assertThat(picture.bytes()).hasSizeLessThan(25_000);
        assertThat(texts(parse(picture))).contains("1000");
    }

    @Test
    void tenThousandTrialsAreThinned() {
        assertThat(Picture.of(Plots.standard(trials(10_000)), Format.SVG).bytes())
                .hasSizeLessThan(25_000);
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
        History history = Histories.grid(space, Goal.MAXIMIZE, p -> p.whole("x") == 2 ? null : Score.of(p.whole("x")));
        String svg = new String(
                Picture.of(Plots.standard(Histories.report(space, history)), Format.SVG)
                        .bytes(),
                StandardCharsets.UTF_8);
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
        assertThat(texts(parse(Picture.of(Plots.standard(report), Format.SVG)))).contains("trial");
        assertThat(texts(parse(Picture.of(Plots.of(report, List.of("values")), Format.SVG))))
                .contains("x");
    }

    @Test
    void oneTrialAndNoTrialCanBeDrawn() throws Exception {
        assertThat(texts(parse(Picture.of(Plots.standard(trials(1)), Format.SVG))))
                .contains("trial");
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 2), Whole.between("y", 1, 2));
        StudyReport none = Histories.report(space, History.empty(Goal.MAXIMIZE));
        assertThat(parse(Picture.of(Plots.standard(none), Format.SVG)).getDocumentElement())
                .isNotNull();
        for (String words : List.of("history", "share", "values", "heatmap x y")) {
            assertThatThrownBy(() -> Plots.of(none, List.of(words.split(" ", -1))))
                    .hasMessageContaining("must have a scored trial to show.");
        }
    }

    @Test
    void wordsOfUsersAreEscaped() throws Exception {
        SearchSpace space =
                SearchSpace.of(dev.fettle.space.Choice.of("kind", "<script>alert(1)</script>", "a & b", "$x^2$", ""));
        History history = Histories.grid(
                space, Goal.MAXIMIZE, p -> Score.of(p.text("kind").length()));
        Picture picture = Picture.of(Plots.of(Histories.report(space, history), List.of("values")), Format.SVG);
        assertThat(new String(picture.bytes(), StandardCharsets.UTF_8)).doesNotContain("<script");
        assertThat(texts(parse(picture))).contains("a & b", "$x^2$");
    }

    @Test
    void unknownPlotsAreAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> plot("histry"))
                .hasMessage(
                        "Plot (histry) must be one of history, importance, share, values, slice, heatmap, failures. "
                                + "Maybe history.");
        assertThatThrownBy(() -> plot("contour alpha solver")).hasMessageStartingWith("Plot (contour) comes later.");
        assertThatThrownBy(() -> plot("heatmap alpha"))
                .hasMessage("Plot (heatmap) must name two parameters. Maybe  heatmap hidden_layer_sizes activation.");
        assertThatThrownBy(() -> plot("history alpha")).hasMessage("Plot (history) must stand alone, without alpha.");
    }
}
