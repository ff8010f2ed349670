package dev.fettle.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.ink.Picture;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.view.Convergence;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class MiniPlotTest {
    private static Picture of(int trials) {
        return MiniPlot.of(Convergence.of(Histories.first(Histories.iris72(), trials)), 72, "accuracy");
    }

    @Test
    void itsSizeNeverChanges() {
        assertThat(of(0).height()).isEqualTo(of(72).height()).isEqualTo(of(1).height());
        assertThat(of(0).width()).isEqualTo(of(72).width());
    }

    @Test
    void itIsWellFormedAndSmall() throws Exception {
        for (int trials : new int[] {0, 1, 2, 72}) {
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(of(trials).bytes()))
                            .getDocumentElement()
                            .getTagName())
                    .isEqualTo("svg");
            assertThat(of(trials).bytes()).hasSizeLessThan(5_000);
        }
    }

    @Test
    void theLastTrialStandsAtItsPlaceInTheWholeRun() {
        String half = new String(of(36).bytes(), StandardCharsets.UTF_8);
        assertThat(half).contains("H177.5\"/>");
    }

    @Test
    void theAltSentenceCarriesTheNumbers() {
        assertThat(of(31).alt()).isEqualTo("31 trials, best accuracy 0.9833");
        assertThat(MiniPlot.of(Convergence.of(History.empty(Goal.maximize("score"))), 0, "accuracy")
                        .alt())
                .isEqualTo("0 trials");
    }
}
