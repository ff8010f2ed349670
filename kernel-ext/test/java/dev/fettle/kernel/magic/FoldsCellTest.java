package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldsCellTest extends CellFixture {
    private static final String SPACE = """

            hidden_layer_sizes = (4)
            alpha in {0.0001, 0.01}
            max_iter = 5
            """;

    @Test
    void repeatedFoldsAllStandInTheTable() throws Exception {
        run("%%gridsearch often --model mlp --data iris --cv 3 --repeat 2" + SPACE);
        assertThat(notebook.value("often.table().columnNames().contains(\"fold_6\")"))
                .isEqualTo(true);
        assertThat(kernel.text())
                .contains(
                        "12 fits",
                        "Split into 3 stratified folds, 2 times, shuffled by seed 42.",
                        "Rows are tested by several of the 6 folds, so the standard errors are too small.");
    }

    @Test
    void aRareClassIsNamedAndRun() throws Exception {
        notebook.run("var trees = dev.fettle.data.Bundled.table(\"iris\").inRange(0, 103);");
        run("%%gridsearch rare --model mlp --data trees --cv 5" + SPACE);
        assertThat(kernel.text())
                .contains("10 fits", "Class virginica has 3 rows, fewer than 5 folds: 2 of them test none of it.");
        run("%%gridsearch rare --model mlp --data trees --cv 2 --test 0.2" + SPACE);
        assertThat(kernel.text()).contains("The test rows are not stratified: among them are");
        run("%%gridsearch rare --model mlp --data trees --cv 2 --test 0.2 --stratify" + SPACE);
        String last = kernel.text().substring(kernel.text().lastIndexOf("A fresh run"));
        assertThat(last).contains("Test (21 rows, used once)").doesNotContain("stratified");
    }

    @Test
    void aDryRunSaysHowItWouldSplit() throws Exception {
        run("%%gridsearch dry --model mlp --data diabetes --folds time --gap 2 --dry-run" + SPACE);
        assertThat(kernel.text()).contains("Split into 5 folds in the order of time, gap 2.");
    }

    @Test
    void howTrainingsWentStandsInTheTableOnRequest() throws Exception {
        run("%%gridsearch train --model mlp --data iris --cv 2 --train-scores" + SPACE);
        assertThat(String.valueOf(notebook.value("train.table().columnNames()")))
                .contains("fold_1, fold_2, train_1, train_2, fit_seconds_1, fit_seconds_2, alpha");
        Object scores = notebook.value("train.table().doubleColumn(\"train_1\").asList()");
        run("%%gridsearch train --model mlp --data iris --cv 2 --train-scores --jobs 1" + SPACE);
        assertThat(notebook.value("train.table().doubleColumn(\"train_1\").asList()"))
                .isEqualTo(scores);
        run("%%gridsearch train --model mlp --data iris --cv 2" + SPACE);
        assertThat(String.valueOf(notebook.value("train.table().columnNames()")))
                .doesNotContain("train_1", "fit_seconds_1");
    }
}
