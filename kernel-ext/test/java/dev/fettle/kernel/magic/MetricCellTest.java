package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Metrics of one's own, and the positive class. */
class MetricCellTest extends CellFixture {
    private static final String NEAR = " --model knn --data iris --cv 3";
    private static final String SPACE = "\nn_neighbors in {1, 15, 45}";

    @BeforeEach
    void metrics() throws Exception {
        notebook.run("import dev.fettle.evaluation.metric.*;");
        notebook.run("import dev.fettle.trial.Direction;");
        notebook.run("""
                double wrong(int[] y, int[] said) {
                    double sum = 0;
                    for (int i = 0; i < y.length; i++) sum += y[i] == said[i] ? 0 : 1;
                    return sum;
                }
                """);
        notebook.run("Scorer.OfShares sure = (y, p) -> p[0][0] + p[1][1];");
        notebook.run("Metric off = ((Scorer.OfValues) (y, said) -> Math.abs(y[0] - said[0]))"
                + ".metric(\"off\", Direction.MINIMIZE);");
    }

    @Test
    void aMethodOfTheNotebookScores() throws Exception {
        run("%%gridsearch own --metric wrong,accuracy" + NEAR + SPACE + "\nminimize wrong");
        assertThat(kernel.text()).contains("3 of 3 points", "wrong");
        assertThat(notebook.value("own.history().goal().direction() == Direction.MINIMIZE"))
                .isEqualTo(true);
        // 50 rows a fold, of which the share of the wrong ones is what accuracy lacks.
        assertThat(notebook.value("Math.abs(own.score() - 50 * (1 - own.history().best().orElseThrow().score()"
                        + ".metrics().get(\"accuracy\"))) < 1e-9"))
                .isEqualTo(true);
    }

    @Test
    void aVariableThatHoldsAScorerOrAMetricScores() throws Exception {
        run("%%gridsearch own" + NEAR + SPACE + "\nmaximize sure");
        assertThat(kernel.text()).contains("sure");
        run("%gridsearch own --metric off --model knn --data diabetes --cv 3");
        assertThat(String.valueOf(notebook.value("own.history().goal()"))).contains("off", "MINIMIZE");
    }

    @Test
    void aGoalMayNameAMetricOfOurs() throws Exception {
        run("%%gridsearch own" + NEAR + SPACE + "\nmaximize f1_macro");
        assertThat(kernel.text()).contains("f1_macro");
        fails("%%gridsearch own" + NEAR + SPACE + "\nmaximize log_loss", "1 mistake");
        assertThat(kernel.text()).contains("Goal (maximize log_loss) must be minimize log_loss.");
        fails("%%gridsearch own --metric accuracy" + NEAR + SPACE + "\nmaximize f1_macro", "1 mistake");
        assertThat(kernel.text()).contains("Goal (f1_macro) must be the first of --metric accuracy.");
        fails("%%gridsearch own" + NEAR + SPACE + "\nmaximize accurcy", "1 mistake");
        assertThat(kernel.text()).contains("Metric (accurcy) must be one of", "Maybe accuracy.");
    }

    @Test
    void whatIsNoMetricIsSaidSo() throws Exception {
        fails("%gridsearch own --metric wrong" + NEAR, "1 mistake");
        assertThat(kernel.text()).contains("Metric (wrong) must have a direction: the cell ends with  maximize wrong");
        fails("%gridsearch own --metric off" + NEAR, "1 mistake");
        assertThat(kernel.text()).contains("Metric (off) must score classes, as the target has them.");
        notebook.run("double half(double[] y) { return 0.5; }");
        fails("%%gridsearch own --metric half" + NEAR + SPACE + "\nmaximize half", "1 mistake");
        assertThat(kernel.text())
                .contains("Metric (half) must be a method  double half(int[] y, int[] said)", "it takes (double[])");
    }

    @Test
    void aMetricThatFailsFailsItsTrials() throws Exception {
        notebook.run("double broken(int[] y, int[] said) { throw new IllegalStateException(\"no score today\"); }");
        fails("%%gridsearch own --metric broken" + NEAR + SPACE + "\nmaximize broken", "");
        assertThat(kernel.text()).contains("no score today");
    }

    @Test
    void resumedTheMetricIsThatOfToday() throws Exception {
        run("%%randomsearch own --metric wrong --trials 2" + NEAR + SPACE + "\nminimize wrong");
        notebook.run("double wrong(int[] y, int[] said) { return -1; }");
        notebook.run("own.resume(3);");
        assertThat(notebook.value("own.score()")).isEqualTo(-1.0);
        assertThat(kernel.text()).contains("Metric wrong has changed since the first 2 trials");
    }

    @Test
    void thePositiveClassIsTheOneThatIsNamed() throws Exception {
        String cell = "%%gridsearch c --model knn --data breast_cancer --cv 3 --metric precision,recall";
        run(cell + " --positive malignant" + SPACE);
        Object malignant = notebook.value("c.score()");
        run(cell + " --positive benign" + SPACE);
        Object benign = notebook.value("c.score()");
        run(cell + SPACE);
        assertThat(notebook.value("c.score()")).isEqualTo(malignant).isNotEqualTo(benign);
        fails(cell + " --positive malignent" + SPACE, "1 mistake");
        assertThat(kernel.text())
                .contains("Positive class (malignent) must be one of benign, malignant. Maybe malignant.");
        fails("%gridsearch c --positive setosa" + NEAR, "1 mistake");
        assertThat(kernel.text()).contains("Positive class (setosa) must be one of two, and the target has 3 classes.");
    }

    @Test
    void rowsCountByAColumnInTrainingAndInScores() throws Exception {
        notebook.run("var few = dev.fettle.data.Bundled.table(\"iris\");");
        notebook.run(
                "few.addColumns(tech.tablesaw.api.DoubleColumn.create(\"w\", java.util.stream.IntStream.range(0, 150)"
                        + ".mapToDouble(i -> i < 50 ? 0 : i % 2 == 0 ? 1 : 3)));");
        String cell = "%%gridsearch weighed --model logistic --data few --target species --cv 3\nC in {0.1, 10}";
        fails(cell + "\nsolver = newton", "1 mistake");
        run(cell.replace("--cv 3", "--cv 3 --weights w"));
        assertThat(kernel.text())
                .contains("Rows count by w, in training and in scores.", "150 rows × 4 features, 3 classes");
        run("%tune export weighed");
        assertThat(kernel.text()).contains(".weights(\"w\")");
        fails(
                cell.replace("logistic", "knn")
                        .replace("C in {0.1, 10}", "p in {1, 2}")
                        .replace("--cv 3", "--weights w"),
                "1 mistake");
        assertThat(kernel.text()).contains("Weights of rows must be left out for knn");
        fails(cell.replace("--cv 3", "--weights species"), "1 mistake");
        assertThat(kernel.text()).contains("Weights (species) must not be the target.");
    }
}
