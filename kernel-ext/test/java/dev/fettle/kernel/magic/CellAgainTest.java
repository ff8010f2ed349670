package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A cell that is run again, as it was or with another space. */
class CellAgainTest extends CellFixture {
    private static final String CELL = "%%randomsearch w1 --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx";

    private void runs(String cell) throws Exception {
        run(cell.replace("maximize", "y ~ uniform(0, 2)\nmaximize"));
    }

    @Test
    void aChangedSpaceWorksAtOnceAndWhatDoesNotFitItIsNamed() throws Exception {
        run(CELL);
        notebook.run("var best = w1.best();");
        notebook.run("double score = w1.score();");
        notebook.run("double twice() { return 2 * w1.best().x(); }");
        runs(CELL);
        assertThat(kernel.lastText())
                .contains(
                        "The space has another shape than before: variable w1 is declared anew. These do not fit it any"
                                + " more: best (var best = w1.best();). Maybe run them again.");
        assertThat(notebook.value("w1.best().y() <= 2 && twice() > 0 && score > 0"))
                .isEqualTo(true);
        notebook.run("var best = w1.best();");
        assertThat(notebook.value("best.x() == w1.best().x()")).isEqualTo(true);
        run(CELL);
        assertThat(notebook.value("w1.best().x() > 0")).isEqualTo(true);
    }

    @Test
    void theSameSpaceKeepsWhatWasMadeFromTheStudyBefore() throws Exception {
        run(CELL);
        notebook.run("var best = w1.best();");
        run(CELL.replace("--trials 3", "--trials 9"));
        assertThat(kernel.lastText()).doesNotContain("shape");
        assertThat(notebook.value("best.x() <= w1.best().x() && w1.history().size() == 9"))
                .isEqualTo(true);
    }

    @Test
    void spacesWhoseHashesAreEqualHaveRecordsOfTheirOwn() throws Exception {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        run("%%randomsearch first --trials 2 --quiet\nAa ~ uniform(0, 1)\nmaximize a\nAa");
        run("%%randomsearch second --trials 2 --quiet\nBB ~ uniform(0, 1)\nmaximize a\nBB");
        assertThat(notebook.value("first.best().Aa() == second.best().BB()")).isEqualTo(true);
    }

    @Test
    void spacesOfOneShapeShareARecord() throws Exception {
        run(CELL);
        run(CELL.replace("w1", "w2").replace("uniform(0, 1)", "uniform(5, 6)"));
        notebook.run("var best = w1.best();");
        notebook.run("best = w2.best();");
        assertThat(notebook.value("best.x() > 5")).isEqualTo(true);
    }
}
