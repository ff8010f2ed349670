package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.method.Methods;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Cells that go downhill. */
class GradientCellTest extends CellFixture {
    private static final String BOWL = """

            x ~ uniform(-4, 4) default 3
            y ~ uniform(-4, 4) default -2
            minimize loss
            return x * x + 10 * y * y;
            """;

    /** A layer of two units whose right weights are known. */
    private void layer() throws Exception {
        notebook.run("double[][] xTrain = new double[12][];");
        notebook.run("double[][] yTrain = new double[12][];");
        notebook.run(
                "double[][] affine(double[][] x, double[][] w, double[] b) { double[][] y = new double[x.length][2];"
                        + " for (int i = 0; i < x.length; i++) for (int k = 0; k < 2; k++)"
                        + " y[i][k] = b[k] + x[i][0] * w[0][k] + x[i][1] * w[1][k]; return y; }");
        notebook.run("double[][] relu(double[][] z) { double[][] y = new double[z.length][2];"
                + " for (int i = 0; i < z.length; i++) for (int k = 0; k < 2; k++) y[i][k] = Math.max(0, z[i][k]);"
                + " return y; }");
        notebook.run("double mse(double[][] y, double[][] of) { double sum = 0;"
                + " for (int i = 0; i < y.length; i++) for (int k = 0; k < 2; k++)"
                + " sum += Math.pow(y[i][k] - of[i][k], 2); return sum / y.length; }");
        notebook.run("for (int i = 0; i < 12; i++) xTrain[i] = new double[] {Math.sin(i), Math.cos(3 * i)};");
        notebook.run("yTrain = relu(affine(xTrain, new double[][] {{1, -0.5}, {0.5, 1}}, new double[] {0.2, 0.1}));");
    }

    @Test
    void theGradientCellOfTheLanguageRunsAsWritten() throws Exception {
        layer();
        run("""
                %%gradient gd --rate 0.01 --steps 1000
                w[2][2] ~ normal(0, 1)
                b[2]    ~ normal(0, 1) default 0
                minimize loss
                mse(yTrain, relu(affine(xTrain, w, b)))
                """);
        assertThat(kernel.text())
                .contains("A step takes 13 trials, for two differences along each of 6 parameters; before the first 7"
                        + " tell how rough the loss is: 13007 trials in all.");
        assertThat(kernel.lastText())
                .contains("Gradient descent finished: 13007 of 13007 trials", "Gradient: 1000 steps", "First gradient");
        assertThat((Double) notebook.value("gd.score()")).isLessThan(0.02);
        assertThat(notebook.value("gd.trial(1).point().reals(\"b\")[0]")).isEqualTo(0.0);
        assertThat(notebook.value("gd.table(\"gradient\").rowCount()")).isEqualTo(1000);
        assertThat(String.valueOf(
                        kernel.frames().get(kernel.frames().size() - 1).forms().get("text/html")))
                .contains("In 1000 steps the length of the gradient goes from");
    }

    @Test
    void theJobsDoNotMatterAndNeitherDoesTheDirection() throws Exception {
        run("%%gradient s --rate 0.05 --steps 30" + BOWL);
        assertThat((Double) Objects.requireNonNull(notebook.value("s.score()"))).isLessThan(0.1);
        String csv = "s.table().removeColumns(\"seconds\").write().toString(\"csv\")";
        Object table = notebook.value(csv);
        run("%%gradient s --rate 0.05 --steps 30 --jobs 3" + BOWL);
        assertThat(notebook.value(csv)).isEqualTo(table);
        run("%%gradient s --rate 0.05 --steps 30"
                + BOWL.replace("minimize loss", "maximize gain")
                        .replace("x * x", "-x * x")
                        .replace("+", "-"));
        assertThat((Double) Objects.requireNonNull(notebook.value("s.score()"))).isGreaterThan(-0.1);
    }

    @Test
    void theDryRunSaysWhatItCosts() throws Exception {
        run("%%gradient s --dry-run --steps 20" + BOWL);
        assertThat(kernel.lastText()).contains("A step takes 5 trials", ": 107 trials in all.", "the 107 of the cell");
    }

    @Test
    void mistakesAreNamedBeforeTheFirstTrial() {
        fails("%%gradient s --rate 0 --steps 0 --optimizer rmsprop" + BOWL, "3 mistakes");
        assertThat(kernel.text())
                .contains("--rate (0) must be a number above 0, and at most 1000000000. Maybe --rate 0.01.")
                .contains("--steps (0) must be a whole number from 1 to 1000000. Maybe --steps 1000.")
                .contains("--optimizer (rmsprop) must be one of sgd, momentum, adam, spectral, newton.");
        fails("%%gradient s\nk in 1..5\nx ~ uniform(0, 1)\nminimize loss\nk * x", "1 mistake");
        assertThat(kernel.text()).contains("Parameter (k) must be decimal", "Maybe %%bayesopt --polish");
        fails("%%randomsearch s --rate 0.1" + BOWL, "1 mistake");
        assertThat(kernel.text()).contains("must go with a method that has it. Maybe %%gradient.");
    }

    @Test
    void theModelChoosesAndTheGradientPolishes() throws Exception {
        String mixed =
                "\nkind in {a, b}\nx ~ uniform(-4, 4)\nminimize loss\n(kind.equals(\"b\") ? 0 : 1) + Math.pow(x - 0.7, 2)";
        run("%%bayesopt s --trials 60 --polish" + mixed);
        assertThat(kernel.lastText()).contains("60 of 60 trials", "Gradient: ");
        assertThat(notebook.value("s.trial(41).proposal().origin()")).isEqualTo("start");
        assertThat(notebook.value("s.trial(60).point().text(\"kind\")")).isEqualTo("b");
        assertThat((Double) notebook.value("s.score()")).isLessThan(1e-4);
        fails("%%bayesopt s --trials 20 --polish" + mixed, "1 mistake");
        assertThat(kernel.text()).contains("Maybe --trials 33.");
    }

    @Test
    void whatIsPolishedHasASmoothLossToo() throws Exception {
        String cell =
                "%%tpe s --model logistic --data iris --cv 3 --trials 40 --polish METRIC\nC ~ logUniform(1e-3, 1e3)";
        run(cell.replace("METRIC", ""));
        assertThat(kernel.lastText()).contains("Best log_loss", "accuracy", "Gradient: ");
        fails(cell.replace("METRIC", "--metric f1_macro"), "1 mistake");
        assertThat(kernel.text()).contains("Metric (f1_macro) must be smooth to have a gradient.");
    }

    @Test
    void theBaselineIsWhatWasTypedAndANetIsCheckedAcrossItsKinks() throws Exception {
        run("%gradient s --model mlp --data iris --steps 3");
        assertThat(kernel.lastText())
                .contains("First gradient of the loss, exact and by differences: ", "Baseline, the defaults: ");
        assertThat(kernel.lastText()).doesNotContain("must be the same");
        run("%%gradient s --steps 4 --jobs 2\nx ~ logUniform(1e-3, 1e3) default 100\nminimize loss\nMath.log(x)");
        assertThat(notebook.value("s.trial(1).point().real(\"x\")")).isEqualTo(100.0);
        assertThat(kernel.text()).doesNotContain("jobs has work");
    }

    @Test
    void aModelIsScoredByASmoothLossAndAccuracyStandsBeside() throws Exception {
        run("""
                %%gradient s --model logistic --data iris --cv 3 --rate 1 --steps 20
                C ~ logUniform(1e-3, 1e3) default 0.01
                """);
        assertThat(kernel.text())
                .contains(
                        "A step takes 1 trial, as each score brings its gradient; 1 comes before the first, and 2 more check"
                                + " it by two differences along 1 parameter: 23 trials in all.");
        assertThat(kernel.lastText())
                .contains(
                        "23 of 23 trials", "Best log_loss", "First gradient of the loss, exact and by differences: C ")
                .doesNotContain("and is not");
        assertThat((Double) notebook.value("s.score()"))
                .isLessThan((Double) notebook.value("s.table().doubleColumn(\"log_loss\").max()"));
        assertThat((Double) notebook.value("s.table().doubleColumn(\"accuracy\").max()"))
                .isGreaterThan(0.8);
        fails("""
                %%gradient s --model logistic --data iris --metric accuracy
                C ~ logUniform(1e-3, 1e3)
                """, "1 mistake");
        assertThat(kernel.text()).contains("Metric (accuracy) must be smooth to have a gradient. Maybe log_loss.");
    }

    @Test
    void aModelWithoutAnExactGradientHasDifferencesAndThatIsSaid() throws Exception {
        run("""
                %%gradient s --model mlp --data iris --cv 2 --steps 1
                alpha ~ logUniform(1e-5, 1e-1) default 1e-3
                max_iter = 5
                solver = lbfgs
                """);
        assertThat(kernel.lastText())
                .contains("Gradients come from differences. For exact ones:"
                        + " Hyperparameter (solver = lbfgs) must be sgd or adam");
    }

    @Test
    void theCellToCopyRuns() throws Exception {
        run(Methods.ALL.stream()
                .filter(m -> m.magic().equals("gradient"))
                .findFirst()
                .orElseThrow()
                .example());
        assertThat(kernel.lastText()).contains("507 of 507 trials");
        assertThat((Double) notebook.value("valley.score()")).isLessThan(0.01);
    }
}
