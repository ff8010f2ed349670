package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.kernel.JavaException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a study that goes on keeps of its cell, and what its variable tells. */
class ResumedCellTest extends CellFixture {
    @Test
    void itKeepsItsJobsAndWhatItShows() throws Exception {
        notebook.run("var pair = new java.util.concurrent.CyclicBarrier(2);");
        run("""
                %%randomsearch s --trials 2 --jobs 2 --seed 5 --live off --quiet
                x ~ uniform(0, 1)
                maximize a
                pair.await(20, java.util.concurrent.TimeUnit.SECONDS);
                return x;
                """);
        int before = kernel.frames().size();
        run("%tune resume s --trials 6");
        assertThat(kernel.frames()).as("the first frame and the report").hasSize(before + 2);
        assertThat(kernel.lastText()).contains("Random search finished: 6 of 6 trials", "seed 5.");
        assertThat(kernel.lastText().lines()).as("quiet").hasSizeLessThan(5);
        assertThat(kernel.lastText()).doesNotContain("rank");
        assertThat(notebook.value("s.history().completedCount()")).isEqualTo(6);
    }

    @Test
    void itKeepsItsOtherLimits() throws Exception {
        notebook.run("var calls = new java.util.concurrent.atomic.AtomicInteger();");
        run("%%gridsearch s --trials 2 --until 7 --jobs 1\nx in 1..20\nmaximize a\ncalls.incrementAndGet()");
        run("%tune resume s --trials 15");
        assertThat(notebook.value("s.history().size()")).isEqualTo(7);
        assertThat(kernel.lastText()).contains("Grid search stopped at a 7");
        run("%tune resume s --until 9");
        assertThat(notebook.value("s.history().size()")).isEqualTo(9);
        run("%%gridsearch p --trials 2 --patience 3 --jobs 1\nx in 1..20\nminimize a\ncalls.incrementAndGet()");
        run("%tune resume p --trials 15");
        assertThat(notebook.value("p.history().size()")).isEqualTo(4);
    }

    @Test
    void itKeepsTheTimeOfATrial() throws Exception {
        run("""
                %%gridsearch s --trials 1 --trial-time 300ms
                x in 1..2
                try x = 1
                maximize a
                if (x == 2) new java.util.concurrent.CountDownLatch(1).await();
                return x;
                """);
        run("%tune resume s --trials 2");
        assertThat(notebook.value("s.trial(2).toString()")).asString().contains("took longer than 0.3s");
    }

    @Test
    void itGoesOnAsIfItHadNeverEnded() throws Exception {
        String rest = "\nx ~ uniform(0, 1) default 0.5\nk in 1..9\ntry x = 0.25, k = 2\nmaximize a\nx * k";
        run("%%randomsearch whole --trials 12 --batch 3" + rest);
        run("%%randomsearch parts --trials 5 --batch 3" + rest);
        run("%tune resume parts --trials 7");
        notebook.run("parts.resume(12);");
        assertThat(notebook.value("whole.run().study().config().batch()")).isEqualTo(3);
        String table = ".table().removeColumns(\"seconds\").write().toString(\"csv\")";
        assertThat(notebook.value("parts" + table)).isEqualTo(notebook.value("whole" + table));
    }

    @Test
    void oneTrialIsOneAndTheTotalMustBeMore() throws Exception {
        run("%%gridsearch s --trials 1\nx in 1..9\nmaximize a\nx");
        fails(
                "%tune resume s --trials 1",
                "Trials (1) must be more than the 1 that are done; it is the total. Maybe --trials 2.");
        fails("%tune resume s", "Trials (1) must be more than the 1 that are done; it is the total. Maybe --trials 2.");
        run("%tune resume s --trials 3");
        assertThat(kernel.lastText()).contains("Resumed behind 1 trial.", "3 of 3 trials");
        run("%tune resume s --trials 4");
        assertThat(kernel.lastText()).contains("Resumed behind 3 trials.").doesNotContain("behind 1 trial.");
        fails("%tune resume t --trials 3", "Study (t) must have run in this notebook: one of s.");
    }

    @Test
    void whatDoesNotCompileAnyMoreIsNotRun() throws Exception {
        notebook.run("double f(double x) { return x; }");
        run("%%gridsearch s --trials 1\nx in 1..9\nmaximize a\nf(x)");
        notebook.run("String f(double x, int y) { return \"\"; }");
        kernel.shell()
                .methods()
                .filter(m -> m.signature().equals("(double)double"))
                .forEach(kernel.shell()::drop);
        fails("%tune resume s --trials 3", "resume: the objective does not compile any more; nothing was run.");
        assertThat(kernel.lastText()).contains("nothing was run.\nline 4: ");
        assertThat(notebook.value("s.history().size()")).isEqualTo(1);
    }

    @Test
    void modelsOfTheNotebookGoOnAsTheyAreToday() throws Exception {
        String method = "Object near(dev.fettle.space.Point p, double[][] x, int[] y) { return";
        notebook.run(method + " smile.classification.KNN.fit(x, y, p.whole(\"k\")); }");
        run("%%gridsearch s --model near --data iris --cv 2 --trials 1\nk in 1..4");
        run("%tune resume s --trials 2");
        assertThat(kernel.lastText()).contains("2 of 2 trials").doesNotContain("changed");
        notebook.run("int flat = 0;");
        notebook.run(method + " (java.util.function.ToDoubleFunction<double[]>) row -> flat; }");
        run("%tune resume s --trials 3");
        assertThat(kernel.lastText())
                .contains(
                        "Model near has changed since the first 2 trials; their scores and the new ones may not compare.")
                .contains("Variable flat has changed since the first 2 trials;");
        assertThat(notebook.value("s.history().trial(3).toString()")).asString().contains("0.33333");
        notebook.run("int near(int nothing) { return nothing; }");
        kernel.shell().methods().filter(m -> m.signature().contains("Point")).forEach(kernel.shell()::drop);
        fails("%tune resume s --trials 4", "resume: the model does not compile any more; nothing was run.");
        assertThat(kernel.lastText()).contains("Model (near) must still be one.");
        assertThat(notebook.value("s.history().size()")).isEqualTo(3);
    }

    @Test
    void aTrainerThatWasReplacedIsNamed() throws Exception {
        String trainer = "dev.fettle.learner.own.Trainer.OfClasses near = (p, x, y) ->";
        notebook.run(trainer + " smile.classification.KNN.fit(x, y, p.whole(\"k\"));");
        run("%%gridsearch s --model knn,near --data iris --cv 2 --trials 1\nmodel in {near}\nk in 1..4");
        run("%tune resume s --trials 2");
        assertThat(kernel.lastText()).doesNotContain("changed");
        notebook.run(trainer + " (java.util.function.ToDoubleFunction<double[]>) row -> 0;");
        run("%tune resume s --trials 3");
        assertThat(kernel.lastText()).contains("Model near has changed since the first 2 trials;");
        assertThat(notebook.value("s.history().trial(3).toString()")).asString().contains("0.33333");
        run("%tune resume s --trials 4");
        assertThat(kernel.lastText()).as("told once").doesNotContain("first 3 trials");
    }

    @Test
    void whatIsNullIsNamedWhereATrialThrew() throws Exception {
        notebook.run("String word = null;");
        run("%%gridsearch s\nx in {1, 2}\nmaximize a\nx == 1 ? 1 : word.length()");
        String sentence =
                "Variable word is null. Maybe run its cell again: an import on demand in a later cell can reset"
                        + " variables.";
        assertThat(kernel.lastText()).contains(sentence);
        run("%%gridsearch s\nx in {1, 2}\nmaximize a\nword == null ? x : 3");
        assertThat(kernel.lastText()).doesNotContain("is null");
    }

    @Test
    void theVariableTellsItsBestTrialAndWhatItCannotGive() throws Exception {
        run(
                "%%gridsearch s\nx in 1..5\nmaximize a\nif (x == 2) System.out.println(\"two\");\nreturn 10 - Math.abs(x - 3);");
        assertThat(notebook.value("s.bestTrial()")).isEqualTo(3);
        assertThat(notebook.value("s.score()")).isEqualTo(10.0);
        assertThat(notebook.value("s.best().x()")).isEqualTo(3);
        assertThat(notebook.value("s.best().toString()")).isEqualTo("x = 3");
        assertThat(notebook.value("s.trial(5).number()")).isEqualTo(5);
        assertThat(notebook.value("s.printed(2)")).isEqualTo("two\n");
        assertThat(notebook.value("s.printed(1)")).isEqualTo("");
        assertThat(notebook.value("s.table().name()")).isEqualTo("s");
        assertThat(notebook.value("s.table(\"slice\", \"x\").rowCount()")).isEqualTo(5);
        throwing("s.trial(6)", "Trial (6) must be finished; 5 trials are.");
        throwing("s.trial(0)", "Trial (0) must be finished; 5 trials are.");
        throwing("s.model()", "Model must come from --model; the objective of this study is Java.");
        throwing("s.regression()", "Model must come from --model; the objective of this study is Java.");
        run("%%gridsearch none\nx in 1..2\nmaximize a\nif (x < 2) throw new RuntimeException();\nreturn x;");
        assertThat(notebook.value("none.bestTrial()")).isEqualTo(2);
        run("%%gridsearch m --model mlp --data diabetes --cv 2\nmax_iter in {2}");
        throwing("m.model()", "Model must be a classifier, and this one predicts values. Maybe regression().");
    }

    private void throwing(String java, String message) {
        assertThatThrownBy(() -> notebook.value(java))
                .isInstanceOf(JavaException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aStopWhileTheCellIsReadLeavesTheStudyAsItWas() throws Exception {
        run("%%gridsearch s\nx in {1, 2}\nmaximize a\nx");
        notebook.run("var begun = new java.util.concurrent.CountDownLatch(1);");
        notebook.run("var gate = new java.util.concurrent.CountDownLatch(1);");
        notebook.run("int three() throws Exception { begun.countDown(); gate.await(); return 3; }");
        CountDownLatch begun = (CountDownLatch) Objects.requireNonNull(notebook.value("begun"));
        CountDownLatch gate = (CountDownLatch) Objects.requireNonNull(notebook.value("gate"));
        Future<Object> cell = kernel.start("%%gridsearch s --trials ${three()}\nx in 1..9\nmaximize a\nx");
        begun.await();
        kernel.interrupt();
        gate.countDown();
        cell.get();
        assertThat(kernel.lastText()).isEqualTo("Grid search stopped by you before the first trial; nothing was run.");
        assertThat(notebook.value("s.history().size()")).isEqualTo(2);
    }
}
