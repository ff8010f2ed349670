package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is tried before the sampler's own points, and what is said before them. */
class FirstTrialsTest extends CellFixture {
    private static final String ORIGINS =
            ".history().trials().stream().map(t -> t.point() + \" \" + t.proposal().origin()).toList().toString()";

    private String origins(String name) throws Exception {
        return String.valueOf(notebook.value(name + ORIGINS));
    }

    @Test
    void theDefaultsComeFirstThenThePointsOfTheCellThenTheBestOfAnotherStudy() throws Exception {
        run("%%gridsearch old\nx in {1, 2, 3}\nmaximize a\nif (x == 3) throw new RuntimeException();\nreturn x;");
        run("%%randomsearch s --trials 5 --from old\nx in 1..9 default 7\ntry x = 5\ntry x = 4\nmaximize a\nx");
        assertThat(origins("s")).isEqualTo("[x = 7 default, x = 5 try, x = 4 try, x = 2 from old, x = 1 from old]");
        assertThat(kernel.lastText()).contains("From old: the best 2 points that fit are tried first.");
    }

    @Test
    void aPointThatIsTriedAlreadyCostsNoTrial() throws Exception {
        run(
                "%%randomsearch s --trials 1e1\nx in 1..5 default 3\nz in {a, b}\ntry x = 4, z = b\ntry x = 4, z = b\ntry x = 3"
                        + "\nmaximize v\nx");
        assertThat(notebook.value("s.history().evaluated().size() == s.history().size()"))
                .isEqualTo(true);
        assertThat(kernel.lastText())
                .contains("10 of 10 points")
                .contains("The point to try x = 4, z = b runs once: it is tried already.")
                .contains("The point to try x = 3, z = a runs once: it is tried already.")
                .contains("The point to try in line 6 is completed by z = a.");
    }

    @Test
    void tenPointsOfAnotherStudyAreTriedAndThoseThatDoNotFitAreCounted() throws Exception {
        run("%%gridsearch old\nx in 1..20\nminimize a\nx");
        run("%%gridsearch s --trials 10 --from old\nx in 4..40\nminimize a\nx");
        assertThat(origins("s")).startsWith("[x = 4 from old, x = 5 from old,").endsWith("x = 13 from old]");
        assertThat(kernel.lastText())
                .contains("From old: the best 10 points that fit are tried first; 3 did not fit, the first since x = 1"
                        + " lies outside int(4, 40).");
    }

    @Test
    void aGridHasNoBaselineAndDefaultsThatAreNotAllowedAreNone() throws Exception {
        run("%%gridsearch g --trials 1\nx in 1..9 default 7\nmaximize a\nx");
        assertThat(notebook.value("g.trial(1).point().toString()")).isEqualTo("x = 1");
        run("%%randomsearch r --trials 2\nx in 1..9 default 7\nrequire x < 5\nmaximize a\nx");
        assertThat(kernel.lastText())
                .contains("The default values (x = 7) do not satisfy what is required: there is no baseline.");
    }

    @Test
    void aStudyThatReplacesAnotherSaysSoAndOneWithoutANameReplacesNone() throws Exception {
        run("%%gridsearch s\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.lastText()).doesNotContain("replaces");
        run("%%gridsearch s\nx in {1, 2, 3}\nmaximize a\nx");
        assertThat(kernel.lastText()).contains("A fresh run: it replaces the study s of before, with its 2 trials.");
        run("%%gridsearch\nx in {1, 2}\nmaximize a\nx");
        run("%%gridsearch\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.lastText()).doesNotContain("replaces");
    }

    @Test
    void aGridMayHaveFewerPointsThanTrials() throws Exception {
        run("%%gridsearch s --trials 9\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.text()).doesNotContain("Space has");
        run("%%randomsearch r --trials 2\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.text()).doesNotContain("Space has");
        run("%%randomsearch r --trials 3\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.text()).contains("Space has 2 points, 3 trials asked: each point runs once");
        assertThat(kernel.lastText()).contains("Random search finished: 2 of 2 points");
    }

    @Test
    void withoutFramesTheFirstOneAndTheReportAreShown() throws Exception {
        run("%%gridsearch s --live off\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.frames()).hasSize(2);
        assertThat(kernel.frames().get(0).forms().get("text/plain")).isEqualTo("Grid search s: reading the cell …");
        run("%%gridsearch --live off --quiet\nx in {1, 2}\nmaximize a\nx");
        assertThat(kernel.frames()).hasSize(4);
        assertThat(kernel.frames().get(2).forms().get("text/plain")).isEqualTo("Grid search: reading the cell …");
    }

    @Test
    void aReportHasAsManyRowsAndSuchAFigureAsIsAskedFor() throws Exception {
        run("%%gridsearch s --show 2\nx in 1..7\nmaximize a\nx");
        String two = kernel.lastText();
        run("%%gridsearch s --show 4\nx in 1..7\nmaximize a\nx");
        assertThat(two).contains("… 5 more");
        assertThat(kernel.lastText()).contains("… 3 more");
        assertThat(html()).contains("data:image/svg+xml");
        run("%%gridsearch s --figure png\nx in 1..7\nmaximize a\nx");
        assertThat(html()).contains("data:image/png").doesNotContain("data:image/svg");
        assertThat(notebook.value("s.plot(\"history\").format().name()")).isEqualTo("PNG");
        run("%tune plot s history");
        assertThat(html()).contains("data:image/png").doesNotContain("data:image/svg");
        run("%tune show s");
        assertThat(html()).contains("data:image/png").doesNotContain("data:image/svg");
        run("%%gridsearch s --plot none\nx in 1..7\nmaximize a\nx");
        assertThat(html()).doesNotContain("<img");
    }

    private String html() {
        return kernel.frames().get(kernel.frames().size() - 1).forms().getOrDefault("text/html", "");
    }
}
