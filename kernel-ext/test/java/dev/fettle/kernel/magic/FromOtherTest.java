package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --from}: what an earlier study is to a new one. */
class FromOtherTest extends CellFixture {
    private static final String OLD = "%%gridsearch old\nx in 1..20\nminimize a\nx";

    private String origins(String name) throws Exception {
        return String.valueOf(notebook.value(
                name + ".history().trials().stream().map(t -> t.proposal().origin()).toList().toString()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesopt", "tpe", "cmaes"})
    void aMethodThatListensKnowsAllResultsThatFit(String method) throws Exception {
        run(OLD);
        run("%%" + method + " s --trials 12 --from old\nx ~ int(4, 40)\nminimize a\nx");
        assertThat(kernel.lastText())
                .contains("From old: the best 10 points that fit are tried first, and all 17 results that fit are known"
                        + " to the model; 3 did not fit, the first since x = 1 lies outside int(4, 40).");
        assertThat(origins("s")).contains("from old, from old").doesNotContain("init");
        assertThat(notebook.value(
                        "s.history().trials().stream().skip(10).noneMatch(t -> t.point().whole(\"x\") <= 20)"))
                .as("what is known is not run again")
                .isEqualTo(true);
    }

    @Test
    void withoutItThereIsABeginning() throws Exception {
        run("%%bayesopt s --trials 12\nx ~ int(4, 40)\nminimize a\nx");
        assertThat(origins("s")).contains("init, init");
    }

    @Test
    void whatIsKnownIsNotRunAgainBesideTheBest() throws Exception {
        run(OLD);
        run("%%bayesopt s --trials 30 --from old\nx in 1..22\nminimize a\nx");
        assertThat(kernel.text())
                .contains("Space has 22 points, 10 of them known from before, 30 trials asked: the search ends when the"
                        + " others have run.");
        assertThat(kernel.lastText()).contains("Bayesian optimisation finished: 12 of 12 trials");
        assertThat(notebook.value("s.history().trials().stream().skip(10).map(t -> t.point().whole(\"x\")).sorted()"
                        + ".toList().toString()"))
                .isEqualTo("[21, 22]");
    }

    @Test
    void aMethodThatDoesNotListenTriesTheBestAlone() throws Exception {
        run(OLD);
        run("%%randomsearch s --trials 30 --from old\nx in 1..22\nminimize a\nx");
        assertThat(kernel.lastText())
                .contains("From old: the best 10 points that fit are tried first.", "22 of 22 points");
    }

    @Test
    void resultsForAnotherGoalAreNotKnownAndThatIsSaid() throws Exception {
        run(OLD);
        for (String goal : new String[] {"maximize a", "minimize b"}) {
            run("%%bayesopt s --trials 12 --from old\nx ~ int(4, 40)\n" + goal + "\nx");
            assertThat(kernel.lastText())
                    .contains("From old: the best 10 points that fit are tried first; its results are not known to the"
                            + " model, as its goal was minimize a; 3 did not fit");
        }
    }

    @Test
    void resultsThatDependOnMoreThanIsHereAreNotKnownAndThatIsSaid() throws Exception {
        run("%%gridsearch wide\nx in 1..4\ny in 1..3\nminimize a\nx + y");
        run("%%bayesopt s --trials 6 --from wide\nx in 1..9\nminimize a\nx");
        assertThat(kernel.lastText())
                .contains(
                        "From wide: the best 4 points that fit are tried first; its results are not known to the model,"
                                + " as y is no parameter here.");
        run("%%bayesopt s --trials 6 --from wide\nx in 1..9\ny in 1..3\nz in 1..5\nminimize a\nx + y + z");
        assertThat(kernel.lastText()).contains("its results are not known to the model, as z has no default here.");
        run("%%bayesopt s --trials 14 --from wide\nx in 1..9\ny in 1..3\nz in 1..5 default 1\nminimize a\nx + y + z");
        assertThat(kernel.lastText()).contains("all 12 results that fit are known to the model.");
        run("%%tpe s --trials 6 --from wide\nq in 1..9\nminimize a\nq");
        assertThat(kernel.lastText())
                .contains(
                        "From wide: nothing; its 12 points did not fit, the first since no parameter of it is one here.");
    }

    @Test
    void aStudyWithoutAnythingThatFitsIsToldSo() throws Exception {
        run("%%gridsearch old\nx in {1, 2}\nminimize a\nx");
        run("%%randomsearch s --trials 2 --from old\nx in 3..9\nminimize a\nx");
        assertThat(kernel.lastText())
                .contains("From old: nothing; its 2 points did not fit, the first since x = 1 lies outside int(3, 9).");
        fails(
                "%%gridsearch bad\nx in {1, 2}\nminimize a\nif (x < 9) throw new IllegalStateException();\nreturn x;",
                "failed");
        run("%%randomsearch s --trials 2 --from bad\nx in 1..9\nminimize a\nx");
        assertThat(kernel.lastText()).contains("From bad: nothing, as it has no scored trial.");
        run("%%gridsearch one\nx in {1}\nminimize a\nx");
        run("%%bayesopt s --trials 2 --from one\nx in 1..9\nminimize a\nx");
        assertThat(kernel.lastText())
                .contains("From one: the best point that fits is tried first, and the one result that fits is known to"
                        + " the model.");
    }
}
