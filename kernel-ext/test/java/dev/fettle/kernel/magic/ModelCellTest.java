package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.MimeBundle;
import org.junit.jupiter.api.Test;

class ModelCellTest extends CellFixture {
    private static final String SMALL = """
            %%gridsearch small --model mlp --data iris --cv 3 --test 0.2 --jobs 2
            hidden_layer_sizes in {(4), (5, 3)}
            alpha in {0.0001, 0.01}
            batch_size in {auto, 50}
            max_iter = 20
            """;

    @Test
    void theResultIsATypedVariable() throws Exception {
        run(SMALL);
        assertThat(notebook.value("small.best().hidden_layer_sizes().length")).isIn(1, 2);
        assertThat(notebook.value("small.best().alpha() + 1.0")).isIn(1.0001, 1.01);
        assertThat(notebook.value("small.best().batch_size().toString()")).isIn("auto", "50");
        assertThat(notebook.value("small.table().rowCount()")).isEqualTo(8);
        assertThat(notebook.value("small.model().predict(new double[] {5.1, 3.5, 1.4, 0.2})"))
                .isInstanceOf(Integer.class);
        assertThat(notebook.value("small.plot(\"heatmap\", \"alpha\", \"batch_size\").panels().size()"))
                .isEqualTo(1);
        assertThat(kernel.text()).contains("8 of 8 points, 3-fold CV, 24 fits", "Test (30 rows, used once)");
    }

    @Test
    void everyBundleIsSmallAndPlain() throws Exception {
        run(SMALL);
        for (MimeBundle bundle : kernel.frames()) {
            assertThat(bundle.forms()).containsOnlyKeys("text/html", "text/plain");
            assertThat(bundle.forms().get("text/html"))
                    .hasSizeLessThan(40_000)
                    .doesNotContain("<script")
                    .doesNotContain("<style")
                    .doesNotContain("<svg");
            assertThat(bundle.forms().getOrDefault("text/plain", "").lines().count())
                    .isBetween(1L, 20L);
        }
    }

    @Test
    void theSameCellGivesTheSameTable() throws Exception {
        String csv = "small.table().removeColumns(\"seconds\").write().toString(\"csv\")";
        run(SMALL);
        Object first = notebook.value(csv);
        run(SMALL.replace("--jobs 2", "--jobs 1"));
        assertThat(notebook.value(csv)).isEqualTo(first);
        run(SMALL.replace("--jobs 2", "--seed 7"));
        assertThat(notebook.value(csv)).isNotEqualTo(first);
    }

    @Test
    void mistakesLeaveTheOldStudyAsItWas() throws Exception {
        run(SMALL);
        fails(
                SMALL.replace("alpha", "alpah").replace("--cv 3", "--cv 1"),
                "gridsearch: 2 mistakes, nothing was run; study small is unchanged.");
        assertThat(kernel.text()).contains("--cv (1) must be a whole number of at least 2.", "Maybe alpha.");
        assertThat(notebook.value("small.history().size()")).isEqualTo(8);
    }

    @Test
    void anotherShapeOfSpaceIsDeclaredAnewAndSaidSo() throws Exception {
        run(SMALL);
        run(SMALL.replace("alpha in {0.0001, 0.01}", "momentum in {0.5, 0.9}"));
        assertThat(notebook.value("small.best().momentum() > 0")).isEqualTo(true);
        assertThat(kernel.text()).contains("variable small is declared anew");
    }

    @Test
    void javaValuesStandForNumbersAndSets() throws Exception {
        notebook.run("double[] alphas = {0.001, 0.1};");
        notebook.run("int folds = 3;");
        run(SMALL.replace("{0.0001, 0.01}", "${alphas}").replace("--cv 3", "--cv ${folds}"));
        assertThat(notebook.value("small.best().alpha() >= 0.001")).isEqualTo(true);
        assertThat(kernel.text()).contains("3-fold CV");
    }

    @Test
    void constantsReachTheModelAndConditionsSparePoints() throws Exception {
        run("""
                %%gridsearch cond --model mlp --data iris --cv 2
                solver in {sgd, adam}
                momentum in {0.5, 0.9} if solver == sgd
                max_iter = 3
                """);
        assertThat(kernel.text()).contains("3 of 3 points", "Constant: max_iter = 3.", "max_iter = 3 iterations");
    }

    @Test
    void limitsEndARunAndSaySo() throws Exception {
        run(SMALL.replace("--jobs 2", "--trials 3"));
        assertThat(kernel.text()).contains("3 of 3 trials");
        run(SMALL.replace("--jobs 2", "--until 0.1"));
        assertThat(kernel.text()).contains("stopped at accuracy 0.1");
    }

    @Test
    void aRegressionIsScoredByItsError() throws Exception {
        run("""
                %%gridsearch reg --model mlp --data diabetes --cv 2 --metric rmse,r2
                hidden_layer_sizes in {(2), (3)}
                max_iter = 5
                """);
        assertThat(notebook.value("reg.regression().predict(new double[10])")).isInstanceOf(Double.class);
        assertThat(notebook.value("reg.table().columnNames().contains(\"r2\")")).isEqualTo(true);
    }

    @Test
    void aRunInWhichNothingWorksEndsWithItsError() {
        fails("""
                        %%gridsearch doomed --model mlp --data iris
                        hidden_layer_sizes in 1..9
                        solver in {sgd}
                        activation in {identity}
                        learning_rate_init = 1e200
                        """, "the first 5 trials all failed: ArithmeticException");
        assertThat(kernel.text()).contains("given up as nothing worked", "5 of 5 trials failed");
    }

    @Test
    void helpIsALineMagic() throws Exception {
        run("%gridsearch");
        assertThat(kernel.text()).contains("%%gridsearch iris72 --model mlp", "--patience N");
        run("%%gridsearch --help\nalpha in {1}");
    }

    @Test
    void tuneListsAndShowsAgain() throws Exception {
        run("%tune");
        assertThat(kernel.text()).contains("No study yet");
        run(SMALL);
        run("%tune");
        assertThat(kernel.text()).contains("small: Grid search finished");
        run("%tune plot small heatmap alpha batch_size");
        run("%tune show small");
        run("%tune last");
        fails("%tune show smal", "Maybe small.");
        fails("%tune plot small heatmp", "heatmap");
    }

    @Test
    void whatTheModelDoesNotTakeOfATableIsSaidAtOnce() throws Exception {
        notebook.run("import tech.tablesaw.api.*;");
        notebook.run("""
                var houses = Table.create(
                        DoubleColumn.create("rooms", 1, Double.NaN, 3),
                        StringColumn.create("town", "Ulm", "Bonn", "Ulm"),
                        StringColumn.create("kind", "old", null, "new"));
                """);
        fails("%%gridsearch s --model mlp --data houses\nalpha in {1, 2}", "2 mistakes");
        assertThat(kernel.text())
                .contains(
                        "Column (rooms) must have no missing values; it has 1, the first in row 2. Maybe --impute median, ",
                        "Target (kind) must have no missing values; it has 1, the first in row 2.");
        fails("%%gridsearch s --model mlp --data iris --test 0.999\nalpha in {1, 2}", "1 mistake");
        assertThat(kernel.text()).contains("Test share (0.999) must leave rows on both sides of 150.");
    }

    @Test
    void dataWithoutAModelMissesTheModelAlone() {
        fails("%%gridsearch --data iris --target spcies\nalpha in {1}", "2 mistakes");
        assertThat(kernel.text()).contains("Model (none) must be given. Maybe --model mlp.", "Maybe species.");
    }

    @Test
    void aMisspeltOptionIsReadAsTheOneThatWasMeant() {
        fails(
                "%%gridsearch --modle mlp --data iris --target spcies --cv 1\nalpha in {1}\nsolvr in {sgd}",
                "4 mistakes");
        assertThat(kernel.lastText())
                .contains("""
                        line 1, columns 14, 47, 59
                          %%gridsearch --modle mlp --data iris --target spcies --cv 1
                                       ^~~~~~~                          ^~~~~~      ^
                          Option (--modle) must be one of the magic's; --help lists them. Maybe --model.
                          Target (spcies) must be a column of iris: \
                        """.stripTrailing(), "Maybe solver.")
                .doesNotContain("(none)");
        fails(
                "%%gridsearch --model knn --data iris --target spcies --metric acuracy\nn_neighbors in {1}",
                "2 mistakes");
        assertThat(kernel.lastText()).contains("Maybe species.", "Maybe accuracy.");
        fails("%%gridsearch --modle --data iris\nalpha in {1}", "1 mistake");
        fails("%%gridsearch --model --data iris\nalpha in {1}", "1 mistake");
        fails("%%gridsearch --data --model mlp\nalpha in {1}", "1 mistake");
    }

    @Test
    void whatSharesAFailureWasNotFitted() throws Exception {
        run("""
                %%gridsearch twice --model mlp --data iris --cv 2
                learning_rate_init in {0.01, 1e200}
                beta_1 in {0.8, 0.9}
                solver = sgd
                activation = identity
                max_iter = 3
                """);
        assertThat(notebook.value("twice.history().failedCount()")).isEqualTo(2);
        assertThat(kernel.text()).contains(", 4 fits, ");
    }
}
