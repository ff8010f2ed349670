package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that give some trials less than others. */
class BudgetCellTest extends CellFixture {
    private static final String CURVES = """

            x ~ uniform(0, 1)  default 0.9
            y ~ uniform(0, 1)
            minimize loss
            double loss = 9;
            for (int epoch = 1; epoch <= RESOURCE; epoch++) {
                loss = (x - 0.3) * (x - 0.3) + y / 10 + 1.0 / epoch;
                if (!probe.report(epoch, loss)) return loss;
            }
            return loss;
            """;

    private Object csv() throws Exception {
        return Objects.requireNonNull(notebook.value("s.table().removeColumns(\"seconds\").write().toString(\"csv\")"));
    }

    @Test
    void aModelGoesThroughTheRungsAndTheWinnerHasAllEpochs() throws Exception {
        run("""
                %%hyperband s --model mlp --data iris --max 9 --jobs 2 --seed 3
                hidden_layer_sizes in {(5), (20)}
                learning_rate_init ~ logUniform(1e-3, 1e-1)  default 1e-3
                """);
        assertThat(kernel.lastText()).contains("Hyperband finished: 88 of 88 trials", "max_iter = 9");
        assertThat(notebook.value("s.trial(1).proposal().resource()")).isEqualTo(9);
        assertThat(notebook.value("s.trial(1).proposal().origin()")).isEqualTo("default");
        run("%tune export s");
        assertThat(kernel.lastText()).contains("\"max_iter\", 9");
    }

    @Test
    void whatGoesOnLaterSavesAsMuch() throws Exception {
        String cell = """
                %%hyperband s --model mlp --data iris --max 9 --seed 3 --trials TRIALS
                hidden_layer_sizes in {(5), (20)}
                learning_rate_init ~ logUniform(1e-3, 1e-1)
                """;
        run(cell.replace("TRIALS", "60"));
        String whole = saved();
        run(cell.replace("TRIALS", "25"));
        run("%tune resume s --trials 60");
        assertThat(saved()).isEqualTo(whole).contains(" max_iter in all instead of ");
    }

    /** The sentence about it, without its time. */
    private String saved() {
        return kernel.lastText()
                .lines()
                .filter(line -> line.contains("which saved"))
                .findFirst()
                .orElse("")
                .replaceAll(", about.*", "");
    }

    /** A point that looks good early does not end the search. */
    @Test
    void aScoreThatIsWaitedForHasAllOfTheResource() throws Exception {
        run("""
                %%hyperband s --max 9 --until 0.2
                x ~ uniform(0.1, 1)
                minimize loss
                return x * probe.resource();
                """);
        assertThat(kernel.lastText()).contains("88 of 88 trials");
    }

    @Test
    void aRuleThatGivesUpHearsOneGoal() {
        fails(
                "%%randomsearch s --prune median\nx ~ uniform(0, 1)\nminimize a\nminimize b\n"
                        + "probe.report(1, x); return Map.of(\"a\", x, \"b\", 1 - x);",
                "1 mistake");
        assertThat(kernel.text()).contains("--prune (median) must go with one goal");
        fails("%%hyperband s --max 0\nx ~ uniform(0, 1)\nminimize a\nreturn x * probe.resource();", "1 mistake");
    }

    @ParameterizedTest
    @CsvSource({"halving, Successive halving", "asha, ASHA", "hyperband, Hyperband"})
    void theReportNamesTheVariant(String kind, String title) throws Exception {
        run("%%hyperband s --method " + kind + " --max 27 --trials 5" + CURVES.replace("RESOURCE", "probe.resource()"));
        assertThat(kernel.lastText()).contains(title + " finished: 5 of 5 trials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--max 27",
                "--max 27 --sampler tpe",
                "--max 27 --method asha --batch 4",
                "--max 27 --method halving"
            })
    void theJobsDoNotMatter(String options) throws Exception {
        String cell = "%%hyperband s " + options + CURVES.replace("RESOURCE", "probe.resource()");
        run(cell);
        Object table = csv();
        run(cell.replace("%%hyperband s", "%%hyperband s --jobs 3"));
        assertThat(csv()).isEqualTo(table);
    }

    @Test
    void whereTheRowsHaveMoreAndLessOfAResourceTheySayHowMuch() throws Exception {
        String cell = " --max 27" + CURVES.replace("RESOURCE", "probe.resource()");
        run("%%hyperband s --method asha" + cell);
        assertThat(kernel.lastText()).containsPattern("rank +trial +loss +resource +x +y +time");
        run("%%hyperband s" + cell);
        assertThat(kernel.lastText()).containsPattern("rank +trial +loss +x +y +time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "halving"})
    void aRuleGivesUpTrialsOfJavaAndTheJobsDoNotMatter(String rule) throws Exception {
        String cell = "%%randomsearch s --trials 40 --batch 4 --prune " + rule + CURVES.replace("RESOURCE", "9");
        run(cell);
        assertThat(kernel.lastText()).contains("40 of 40 trials", " pruned");
        Object table = csv();
        run(cell.replace("%%randomsearch s", "%%randomsearch s --jobs 4"));
        assertThat(csv()).isEqualTo(table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"median", "halving", "folds", "median --resource max_iter"})
    void aRuleGivesUpTrialsOfAModel(String rule) throws Exception {
        run("%%randomsearch s --trials 20 --model mlp --data iris --jobs 2 --batch 2 --prune " + rule
                + "\nhidden_layer_sizes in {(3), (30)}\nlearning_rate_init ~ logUniform(1e-4, 1e-1)\nmax_iter = 20");
        assertThat(kernel.lastText()).contains("20 of 20 trials", " pruned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows", "folds"})
    void rowsAndFoldsAreResourcesToo(String resource) throws Exception {
        run("%%hyperband s --trials 30 --model knn --data wine --resource " + resource
                + "\nn_neighbors in 1..9\nweights in {uniform, distance}");
        assertThat(kernel.lastText()).contains("Hyperband finished: 30 of 30 trials");
    }
}
