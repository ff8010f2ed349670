package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a cell shows of a model of its scores, and of the search itself. */
class ModelPlotsCellTest extends CellFixture {
    private static final String BOWL =
            "\nx ~ uniform(0, 1)\ny ~ uniform(0, 1)\nminimize loss\n(x - 0.3) * (x - 0.3) + (y - 0.6) * (y - 0.6)";

    private String html() {
        return String.valueOf(
                kernel.frames().get(kernel.frames().size() - 1).forms().get("text/html"));
    }

    @Test
    void theFigureOfASearchInGenerationsShowsTheirWidth() throws Exception {
        run("%%cmaes s --trials 60" + BOWL);
        assertThat(html()).contains(" generations the mean loss goes from").contains("sigma goes from");
        run("%tune plot s sigma");
        assertThat(html()).contains("In ").contains(" generations sigma").doesNotContain("the best so far from");
        assertThat(notebook.value("s.table(\"sigma\").columnNames().toString()"))
                .isEqualTo("[restart, generation, trials, sigma, axis_ratio, best]");
    }

    @Test
    void anotherSearchHasNoWidthButAModelOfItsScores() throws Exception {
        run("%%randomsearch s --trials 60" + BOWL);
        assertThat(kernel.lastText()).contains("A model of the scores expects the most promising trial to gain");
        assertThat(html()).contains("Share of the variance of loss").doesNotContain("sigma");
        run("%tune plot s surrogate x");
        assertThat(html())
                .contains("A model of the scores expects the best loss")
                .contains("one more trial promises most");
        assertThat(notebook.value("s.table(\"surrogate\", \"x\").columnNames().toString()"))
                .isEqualTo("[what, trial, value, score, low, high]");
        fails("%tune plot s sigma", "Plot (sigma) must have a finished generation to show; there is none.");
        fails("%tune plot s surrogate", "must name one parameter.");
    }

    @Test
    void aModelThatNoLongerLooksAtAllTrialsSaysSo() throws Exception {
        run("%%bayesopt s --trials 251\nx in 1..260\nminimize loss\nMath.abs(x - 77)");
        assertThat(kernel.lastText()).contains("Beyond 250 trials the model looks at the 200 nearest to the best.");
        run("%%bayesopt few --trials 20\nx in 1..260\nminimize loss\nMath.abs(x - 77)");
        assertThat(kernel.lastText()).doesNotContain("Beyond");
    }
}
