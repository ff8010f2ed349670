package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A study of before that goes on, or that another cell begins with. */
class StudyAgainTest extends CellFixture {
    @Test
    void aClassThatIsDeclaredAgainIsToldAsAMethodIs() throws Exception {
        notebook.run("int factor = 2;");
        notebook.run("interface Times { double of(double x); }");
        notebook.run("class Doubler implements Times { int x = 1; public double of(double y) { return factor * y; } }");
        notebook.run("double twice(double y) { return new Doubler().of(y); }");
        notebook.run("int x = 1;");
        run("%%randomsearch c --trials 2\na ~ uniform(0, 1)\nmaximize score\ntwice(a)");
        notebook.run("x = 2;");
        run("%tune resume c --trials 3");
        assertThat(kernel.lastText()).doesNotContain("has changed");
        notebook.run("factor = 3;");
        run("%tune resume c --trials 4");
        assertThat(kernel.lastText()).contains("Variable factor has changed").doesNotContain("objective has changed");
        notebook.run("class Doubler implements Times { public double of(double y) { return 4 * y; } }");
        run("%tune resume c --trials 5");
        assertThat(kernel.lastText())
                .contains("The text of the objective has changed since the first 4 trials; their scores and the new"
                        + " ones may not compare.");
        notebook.run("interface Times { double of(double x); default int times() { return 4; } }");
        run("%tune resume c --trials 6");
        assertThat(kernel.lastText()).contains("The text of the objective has changed since the first 5 trials");
    }

    @Test
    void aStudyThatPatienceOrFailuresEndedGoesOn() throws Exception {
        run("%%randomsearch p --trials 40 --patience 3\nx in 1..50\nmaximize a\n1");
        assertThat(notebook.value("p.history().size()")).isEqualTo(4);
        run("%tune resume p --patience 10");
        assertThat(notebook.value("p.history().size()")).isEqualTo(14);
        notebook.run("double f(double x) { throw new IllegalStateException(\"not yet\"); }");
        fails(
                "%%randomsearch mended --trials 20\nx ~ uniform(0, 1)\nmaximize a\nf(x)",
                "the first 5 trials all failed");
        notebook.run("double f(double x) { return x; }");
        run("%tune resume mended --trials 20");
        assertThat(notebook.value("mended.history().size()")).isEqualTo(20);
    }

    @Test
    void aResumedStudySeesWhatWasDeclaredAnewAndSaysSo() throws Exception {
        notebook.run("double w = 1;");
        notebook.run("double f(double x) { return x * w; }");
        run("%%randomsearch go --trials 3\nx ~ uniform(0, 1)\nmaximize a\nf(x)");
        run("%tune resume go --trials 5");
        assertThat(kernel.text())
                .contains("5 of 5 trials")
                .contains("Resumed behind 3 trials.")
                .doesNotContain("changed");
        notebook.run("double w = 1000;");
        notebook.run("double f(double x) { return x * w + 0; }");
        run("%tune resume go --trials 8");
        assertThat(kernel.text())
                .contains("Variable w has changed since the first 5 trials")
                .contains("The text of the objective has changed since the first 5 trials");
        assertThat(notebook.value("go.score() > 1 && go.history().size() == 8")).isEqualTo(true);
        notebook.run("go.resume(9);");
        assertThat(notebook.value("go.history().size()")).isEqualTo(9);
        assertThat(kernel.text()).doesNotContain("since the first 8 trials");
        assertThat(kernel.lastText())
                .contains("Resumed behind 8 trials.", "Variable w has changed since the first 5 trials");
        fails("%tune resume go --trials 9", "Trials (9) must be more than the 9 that are done");
        fails("%tune resume go --trials abc --foo 3", "--trials (abc) must be a whole number of at least 1.");
        fails("%tune resume go --seed 3", "Option (--seed) must be one of --trials, --time, --until, --patience");
    }

    @Test
    void likeAndFromUseAnEarlierStudy() throws Exception {
        run("%%randomsearch one --trials 6\nx ~ uniform(0, 1)\nk in 1..9\nmaximize a\nx + k");
        run("%randomsearch two --like one --trials 4 --seed 3");
        assertThat(notebook.value("two.history().size()")).isEqualTo(4);
        run("%%randomsearch three --like one --from one --trials 8\nx ~ uniform(0, 0.5)\nk in 1..9");
        assertThat(kernel.text()).contains("From one: the best ", " did not fit, the first since x = 0.");
        fails("%randomsearch four --like on", "1 mistake");
        assertThat(kernel.text())
                .contains("Study (on) behind --like must have run in this notebook: one of", "Maybe one.");
    }

    @Test
    void standingOptionsAndTheLastStudy() throws Exception {
        run("%tune set seed 7");
        run("%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.text()).contains("seed 7.");
        run("%tune last");
        assertThat(notebook.value("last.history().size()")).isEqualTo(3);
        run("%%randomsearch --trials 4\nx ~ uniform(0, 1)\nmaximize a\nx");
        run("%tune last");
        assertThat(notebook.value("last.history().size()"))
                .as("the one that ran last")
                .isEqualTo(4);
        run("%tune last mine");
        assertThat(notebook.value("mine.best().x() > 0")).isEqualTo(true);
        run("%tune set seed");
        run("%%randomsearch --trials 3\nx ~ uniform(0, 1)\nmaximize a\nx");
        assertThat(kernel.text()).contains("seed 42.");
        fails(
                "%tune set sed 7",
                "Setting (sed) must be one of seed, jobs, journal, live, show, figure, language. Maybe seed.");
        fails("%tune set seed x", "--seed (x) must be a whole number");
    }

    @Test
    void aStudyThatGoesOnStillEndsWithTheFirstFailureIfThatWasAskedFor() throws Exception {
        run("""
                %%gridsearch strict --trials 2 --on-error stop
                x in 1..9
                try x = 1
                try x = 2
                try x = 3
                try x = 4
                maximize a
                if (x == 4) throw new RuntimeException("four");
                return x;
                """);
        fails("%tune resume strict --trials 9", "trial 4 failed: RuntimeException \"four\"");
        assertThat(notebook.value("strict.history().size()")).isEqualTo(4);
    }
}
