package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.report.ink.Format;
import dev.fettle.report.ink.Picture;
import dev.fettle.report.ink.Plot;
import dev.fettle.report.summary.AwkwardStudies;
import dev.fettle.report.summary.Histories;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Plots in which each trial is itself. */
class PointPlotsTest {
    private static final Plots PLOTS = Plots.found();

    @Test
    void aSliceWithoutANameIsOfAllParametersOnOneAxisOfScoresLaterTrialsDeeper() throws Exception {
        Plot all = PLOTS.draw(PlotsTest.random(80), List.of("slice"));
        assertThat(all.panels()).hasSize(4);
        assertThat(all.alt()).startsWith("The score of each trial against 4 parameters; best loss ");
        String svg = new String(Picture.of(all, Format.SVG).bytes(), StandardCharsets.UTF_8);
        assertThat(svg).contains("#9ecae1", "#08306b", "#d55e00", "#cc79a7");
        assertThat(PlotsTest.texts(PlotsTest.parse(Picture.of(all, Format.SVG))))
                .contains(
                        "alpha", "momentum", "activation", "batch", "tanh", "relu", "early", "late", "failed", "best");
        assertThat(PLOTS.draw(PlotsTest.random(80), List.of("slice", "alpha", "batch"))
                        .panels())
                .hasSize(2);
    }

    @Test
    void anOutlierIsCountedOnceThoughItStandsAtEachParameter() throws Exception {
        Plot all = PLOTS.draw(Objects.requireNonNull(AwkwardStudies.all().get("outliers")), List.of("slice"));
        assertThat(all.panels()).hasSizeGreaterThan(1);
        assertThat(PlotsTest.texts(PlotsTest.parse(Picture.of(all, Format.SVG))))
                .anyMatch(text -> text.contains("2 above"))
                .noneMatch(text -> text.contains("4 above"));
    }

    @Test
    void parallelAxesHaveTheirEndsAndTheScoreLast() throws Exception {
        Plot plot = PLOTS.draw(PlotsTest.random(80), List.of("parallel"));
        assertThat(plot.alt())
                .matches("Lines of [0-9]+ points through alpha, momentum, activation, batch; best loss .*");
        assertThat(PlotsTest.texts(PlotsTest.parse(Picture.of(plot, Format.SVG))))
                .contains("alpha", "momentum", "activation", "batch", "tanh", "relu", "loss");
        assertThat(PLOTS.draw(PlotsTest.random(80), List.of("parallel", "batch", "alpha"))
                        .alt())
                .contains("through batch, alpha; best");
    }

    @Test
    void aTimelineNamesTheLongestTrialAndTheColoursOfEnds() throws Exception {
        Plot plot = PLOTS.draw(PlotsTest.random(80), List.of("timeline"));
        assertThat(plot.alt())
                .matches(
                        "Timeline of 80 trials in .*, [0-9]+ failed; the longest, trial [0-9]+ \\(alpha .*, batch [0-9]+\\), took .*");
        assertThat(PlotsTest.texts(PlotsTest.parse(Picture.of(plot, Format.SVG))))
                .contains("when each trial ran", "scored", "failed", "best");
    }

    @Test
    void ranksAndDistributionsSayWhatTheyShow() throws Exception {
        Plot rank = PLOTS.draw(PlotsTest.random(80), List.of("rank", "alpha", "activation"));
        assertThat(rank.alt()).matches("Rank of [0-9]+ points over alpha and activation; the best there, trial .*");
        assertThat(PlotsTest.texts(PlotsTest.parse(Picture.of(rank, Format.SVG))))
                .contains("alpha", "activation", "tanh", "relu");
        assertThat(PLOTS.draw(Histories.iris72Report(), List.of("edf")).alt())
                .isEqualTo("Half of 72 points score at most 0.9250; all scores lie from 0.7667 to 0.9833.");
        assertThatThrownBy(() -> PLOTS.draw(PlotsTest.random(80), List.of("rank", "alpha", "alpha")))
                .hasMessage("Parameters (alpha, alpha) must differ.");
    }
}
