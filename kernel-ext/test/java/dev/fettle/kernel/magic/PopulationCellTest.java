package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.method.Methods;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells whose method tries a generation at a time. */
class PopulationCellTest extends CellFixture {
    private static final String BOWL =
            "\nx ~ uniform(0, 1)\ny ~ uniform(0, 1)\nminimize loss\n" + "(x - 0.3) * (x - 0.3) + (y - 0.6) * (y - 0.6)";

    private String html() {
        return String.valueOf(
                kernel.frames().get(kernel.frames().size() - 1).forms().get("text/html"));
    }

    @Test
    void theGeneticCellOfTheLanguageRunsAsWritten() throws Exception {
        notebook.run("double[][] xTrain = new double[8][10];");
        notebook.run("double[] yTrue = new double[8];");
        notebook.run(
                "for (int i = 0; i < 8; i++) for (int j = 0; j < 10; j++) { xTrain[i][j] = Math.sin(1 + i + 3 * j);"
                        + " yTrue[i] += (j - 4) * xTrain[i][j]; }");
        notebook.run(
                "double[] model(double[][] x, double[] w) { double[] y = new double[x.length];"
                        + " for (int i = 0; i < y.length; i++) for (int j = 0; j < w.length; j++) y[i] += x[i][j] * w[j]; return y; }");
        notebook.run(
                "double loss(double[] y, double[] of) { double sum = 0;"
                        + " for (int i = 0; i < y.length; i++) sum += (y[i] - of[i]) * (y[i] - of[i]) / y.length; return sum; }");
        run("""
                %%genetic ga --population 100 --generations 100 --crossover 0.5 --mutation 0.2 --tournament 3
                w[10] ~ uniform(-10, 10)
                maximize fitness
                1 / (1 + loss(yTrue, model(xTrain, w)))
                """);
        assertThat(kernel.lastText()).contains("Genetic algorithm finished: 10000 of 10000 trials", "Best fitness");
        assertThat((Double) notebook.value("ga.score()")).isGreaterThan(0.3);
        assertThat(html())
                .contains("In 100 generations the mean fitness goes from", "In 100 generations the width goes from")
                .contains("<summary>50 of 100 generations</summary>");
    }

    @Test
    void theSwarmCellOfTheLanguageRunsAsWritten() throws Exception {
        notebook.run("double[][] xTrain = new double[10][];");
        notebook.run("int[] yTrain = new int[10];");
        notebook.run("for (int i = 0; i < 10; i++) { xTrain[i] = new double[] {i % 3}; yTrain[i] = i % 2; }");
        run("""
                %%swarm pso --particles 30 --iterations 60
                units ~ int(10, 200)
                alpha ~ logUniform(1e-5, 1e-1)
                maximize accuracy
                crossVal(Mlp.of(units).alpha(alpha), xTrain, yTrain, 5)
                """);
        assertThat(kernel.lastText()).contains("Particle swarm finished: 1800 of 1800 trials", "Best accuracy");
    }

    @ParameterizedTest
    @CsvSource({
        "genetic --population 5 --generations 3, Genetic algorithm, 15",
        "genetic --method nsga2 --population 5 --generations 3, NSGA-II, 15",
        "swarm --particles 5 --iterations 3, Particle swarm, 15",
        "swarm --particles 5 --trials 7, Particle swarm, 7"
    })
    void theReportHasTheGenerationsAsBandAndTable(String method, String title, int trials) throws Exception {
        run("%%" + method + " s" + BOWL);
        assertThat(kernel.lastText()).contains(title + " finished: " + trials + " of " + trials + " trials");
        assertThat(html())
                .contains(" generations the mean loss goes from")
                .contains("<summary>all " + (trials + 4) / 5 + " generations</summary>", ">best so far<");
        assertThat(notebook.value("s.table(\"generations\").rowCount()")).isEqualTo((trials + 4) / 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"genetic --population 20", "swarm --particles 20"})
    void itFindsWhatChanceDoesNotAndTheJobsDoNotMatter(String method) throws Exception {
        run("%%randomsearch s --trials 200" + BOWL);
        double chance = (Double) Objects.requireNonNull(notebook.value("s.score()"));
        run("%%" + method + " s --trials 200" + BOWL);
        assertThat((Double) notebook.value("s.score()")).isLessThan(chance);
        String csv = "s.table().removeColumns(\"seconds\").write().toString(\"csv\")";
        Object table = notebook.value(csv);
        run("%%" + method + " s --trials 200 --jobs 3" + BOWL);
        assertThat(notebook.value(csv)).isEqualTo(table);
    }

    @Test
    void pointsOfASmallSpaceLendTheirScoreAndThatIsSaidFirst() throws Exception {
        run("%%genetic few --population 10 --generations 6\nx in 1..6\nc in {a, b} default b\nmaximize score\nx");
        assertThat(kernel.text())
                .contains(
                        "Space has 12 points, 60 trials asked: each point runs once, and lends its score to trials that"
                                + " repeat it.");
        assertThat(kernel.lastText()).contains("60 of 60 trials");
        assertThat(notebook.value("few.history().evaluated().size() <= 12")).isEqualTo(true);
        assertThat(notebook.value("few.trial(1).point().toString()")).isEqualTo("x = 1, c = b");
    }

    @Test
    void severalGoalsAreHeardByNsgaAlone() throws Exception {
        String goals =
                "\nx ~ uniform(0, 1)\nmaximize gain, minimize cost\nreturn Map.of(\"gain\", x, \"cost\", x * x);";
        fails("%%genetic s" + goals, "1 mistake");
        assertThat(kernel.text()).contains("Maybe %%genetic --method nsga2, or %%randomsearch.");
        run("%%genetic s --method nsga2 --population 10 --generations 10" + goals);
        assertThat(kernel.lastText()).contains("100 of 100 trials");
    }

    @Test
    void illegalSettingsAreRefusedTogether() {
        fails("%%genetic s --population 1 --crossover 2 --generations 0 --mate sbx2" + BOWL, "4 mistakes");
        assertThat(kernel.text())
                .contains("--population (1) must be a whole number from 2 to 10000. Maybe --population 100.")
                .contains("--crossover (2) must be a probability from 0 to 1. Maybe --crossover 0.5.")
                .contains("--generations (0) must be a whole number from 1 to 1000000. Maybe --generations 100.")
                .contains("--mate (sbx2) must be one of two_point, uniform, blend, sbx.");
        fails("%%genetic s --population 10 --tournament 11 --elite 10" + BOWL, "2 mistakes");
        assertThat(kernel.text())
                .contains("--tournament (11) must be at most the population (10). Maybe --tournament 3.")
                .contains("--elite (10) must be below the population (10). Maybe --elite 1.");
        fails("%%swarm s --particles 1 --topology star" + BOWL, "2 mistakes");
        assertThat(kernel.text())
                .contains("--particles (1) must be a whole number from 2 to 10000. Maybe --particles 30.")
                .contains("--topology (star) must be one of ring, global.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "genetic | has the better points | population × generations  | --population N",
                "swarm   | has points fly        | particles × iterations    | --particles N"
            })
    void theHelpPageSaysWhatItIsAndHowManyTrialsThereAre(String method, String sentence, String total, String option)
            throws Exception {
        run("%" + method + "?");
        assertThat(kernel.lastText())
                .startsWith("%%" + method + " " + sentence)
                .contains("the total number of trials (" + total + ")", option);
    }

    @Test
    void theCellToCopyRuns() throws Exception {
        String example = Methods.ALL.stream()
                .filter(m -> m.magic().equals("genetic"))
                .findFirst()
                .orElseThrow()
                .example();
        run(example);
        assertThat(kernel.lastText()).contains("2000 of 2000 trials", "Best ");
    }
}
