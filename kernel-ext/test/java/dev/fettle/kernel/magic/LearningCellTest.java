package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.method.Methods;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells whose method listens to results. */
class LearningCellTest extends CellFixture {
    private static final String CSV = "s.table().removeColumns(\"seconds\").write().toString(\"csv\")";

    private String origins(String name) throws Exception {
        return String.valueOf(notebook.value(
                name + ".history().trials().stream().map(t -> t.proposal().origin()).toList().toString()"));
    }

    @Test
    void theCellOfTheLanguageRunsAsWritten() throws Exception {
        notebook.run("double[][] xTrain = new double[15][];");
        notebook.run("int[] yTrain = new int[15];");
        notebook.run(
                "for (int i = 0; i < 15; i++) { xTrain[i] = new double[] {i % 3, i * i % 7}; yTrain[i] = i % 3 > 0 ? 1 : 0; }");
        run("""
                %%bayesopt irisBo --init 10 --trials 110
                hidden     in {(50), (100), (150), (100, 50)}
                activation in {tanh, relu}
                alpha      ~ logUniform(1e-5, 1e-1) default 1e-4
                momentum   ~ uniform(0.5, 0.99)     default 0.9
                maximize accuracy
                var net = Mlp.of(hidden).activation(activation).alpha(alpha).momentum(momentum).seed(probe.seed());
                return crossVal(net, xTrain, yTrain, 5);
                """);
        assertThat(kernel.lastText()).contains("Bayesian optimisation finished: 110 of 110 trials", "Best accuracy");
        assertThat(notebook.value("irisBo.trial(1).point().toString()"))
                .isEqualTo("hidden = (50), activation = tanh, alpha = 1e-4, momentum = 0.9");
        assertThat(origins("irisBo"))
                .startsWith("[default, init, init, init, init, init, init, init, init, init, model");
    }

    @ParameterizedTest
    @CsvSource({
        "bayesopt --init 4, Bayesian optimisation, '[default, init, init, init, model, model]'",
        "tpe --init 4, TPE, '[default, init, init, init, tpe, tpe]'",
        "cmaes --sigma 0.3, CMA-ES, '[default, generation 1, generation 1, generation 1, generation 1, generation 2]'"
    })
    void itsNameStandsInTheFramesInTheReportAndInTheList(String method, String title, String origins) throws Exception {
        run("%%" + method + " s --trials 6\nx ~ uniform(0, 1) default 0.75\nminimize loss\nMath.abs(x - 0.25)");
        assertThat(kernel.frames().get(0).forms().get("text/plain")).isEqualTo(title + " s: reading the cell …");
        assertThat(kernel.lastText()).contains(title + " finished: 6 of 6 trials", "Baseline, the defaults", "seed 42");
        assertThat(origins("s")).isEqualTo(origins);
        run("%tune");
        assertThat(kernel.lastText()).contains(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesopt", "tpe", "cmaes"})
    void itFindsWhatChanceDoesNotAndTheJobsDoNotMatter(String method) throws Exception {
        String cell = "%%METHOD s --trials 60 OPTIONS\nx ~ uniform(0, 1)\ny ~ uniform(0, 1)\nminimize loss\n"
                + "(x - 0.3) * (x - 0.3) + (y - 0.6) * (y - 0.6)";
        run(cell.replace("METHOD", "randomsearch").replace("OPTIONS", ""));
        double chance = (Double) Objects.requireNonNull(notebook.value("s.score()"));
        run(cell.replace("METHOD", method).replace("OPTIONS", ""));
        assertThat((Double) notebook.value("s.score()")).isLessThan(chance);
        Object table = notebook.value(CSV);
        run(cell.replace("METHOD", method).replace("OPTIONS", "--jobs 3"));
        assertThat(notebook.value(CSV)).isEqualTo(table);
    }

    @Test
    void jobsWithoutWorkAreToldAndABatchIsPartOfTheStudy() throws Exception {
        String cell = "%%tpe s --trials 14 --init 2 OPTIONS\nx ~ uniform(0, 1)\nminimize loss\nMath.abs(x - 0.3)";
        String idle = "At most 1 of 3 jobs has work, as proposals wait for results. Maybe --batch 3";
        run(cell.replace("OPTIONS", "--jobs 3"));
        assertThat(kernel.lastText()).contains(idle);
        Object alone = notebook.value(CSV);
        run(cell.replace("OPTIONS", "--jobs 3 --batch 3"));
        assertThat(kernel.lastText()).doesNotContain("jobs");
        assertThat(notebook.value(CSV)).isNotEqualTo(alone);
        run(cell.replace("OPTIONS", ""));
        assertThat(kernel.lastText()).doesNotContain("jobs");
    }

    @ParameterizedTest
    @CsvSource({"bayesopt, Bayesian optimisation", "tpe, TPE", "cmaes, CMA-ES"})
    void aFiniteSpaceEndsTheSearchAndThatIsSaidFirst(String method, String title) throws Exception {
        run("%%" + method + " few --trials 20\nx in 1..6\nc in {a, b} default b\nmaximize score\nx");
        assertThat(kernel.text())
                .contains("Space has 12 points, 20 trials asked: the search ends when all have run.")
                .doesNotContain("%%gridsearch");
        assertThat(kernel.lastText()).contains(title + " finished: 12 of 12 points");
        assertThat(notebook.value("few.table().rowCount()")).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bayesopt | models the scores with a Gaussian process | -i, --init N | (by space and trials)",
                "tpe      | models where the good trials lie          | -i, --init N | (10)",
                "cmaes    | moves a cloud of points                   | --sigma 0.3  | (a sixth)"
            })
    void theHelpPageSaysWhatItIsAndWhatItHas(String method, String sentence, String option, String standard)
            throws Exception {
        run("%" + method + "?");
        assertThat(kernel.lastText())
                .startsWith("%%" + method + " " + sentence)
                .contains("the total number of trials (50)");
        assertThat(kernel.lastText().lines().filter(line -> line.contains(option)))
                .singleElement()
                .asString()
                .endsWith(standard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bayesopt", "tpe", "cmaes"})
    void theCellToCopyRuns(String magic) throws Exception {
        String example = Methods.ALL.stream()
                .filter(m -> m.magic().equals(magic))
                .findFirst()
                .orElseThrow()
                .example();
        run(example.replaceFirst("--trials \\d+", "--trials 4").replace("max_iter = 100", "max_iter = 5"));
        assertThat(kernel.lastText()).contains("4 of 4 trials", "Best ");
    }
}
