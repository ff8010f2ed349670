package dev.fettle.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Several goals in one cell. */
class GoalsCellTest extends CellFixture {
    private static final String SPACE = """

            x ~ uniform(0, 1)
            n in {1, 2, 3}
            """;
    private static final String JAVA = "return Map.of(\"gain\", Math.sqrt(x) * n, \"cost\", x + n, \"other\", 1.0);";

    @Test
    void theBestOfSeveralGoalsIsAFront() throws Exception {
        run("%%randomsearch both --trials 40" + SPACE + "maximize gain, minimize cost\n" + JAVA);
        assertThat(kernel.text())
                .contains(
                        "No other trial beats trials ", "in both gain and cost.", "The knee, which gives up the least");
        assertThat(notebook.value("both.best().size() == both.history().front().size()"))
                .isEqualTo(true);
        assertThat(notebook.value("both.best().get(0).n() >= 1 && both.best().knee().x() <= 1"))
                .isEqualTo(true);
        assertThat(String.valueOf(notebook.value("both.table().columnNames()"))).contains("gain", "cost", "other");
        assertThat(notebook.value("both.table(\"pareto\").rowCount()")).isEqualTo(40);
        assertThat(notebook.value("both.plot(\"hypervolume\") != null")).isEqualTo(true);
        run("%%randomsearch both --trials 10" + SPACE + "maximize gain\nx * n");
        assertThat(notebook.value("both.best().x() <= 1")).isEqualTo(true);
    }

    @Test
    void anyTwoMetricsOfAModelAreGoals() throws Exception {
        String cell = "%%gridsearch two --model knn --data iris --cv 3\nn_neighbors in {1, 5, 15, 45}\n";
        run(cell + "maximize accuracy\nminimize log_loss");
        assertThat(kernel.text()).contains("in both accuracy and log_loss.");
        assertThat(notebook.value("two.history().trials().size()")).isEqualTo(4);
        assertThat(notebook.value("two.best().get(0).n_neighbors()")).isIn(1, 5, 15, 45);
        fails(cell + "maximize accuracy, maximize log_loss", "1 mistake");
        assertThat(kernel.text()).contains("Goal (maximize log_loss) must be minimize log_loss.");
        fails(
                "%%gridsearch two --metric f1_macro,accuracy" + cell.substring(16)
                        + "maximize f1_macro, minimize brier",
                "1 mistake");
        assertThat(kernel.text()).contains("Goal (brier) must be the next of --metric f1_macro,accuracy.");
    }

    @Test
    void aMethodThatHearsOneGoalRefusesTwo() throws Exception {
        fails("%%bayesopt one" + SPACE + "maximize gain, minimize cost\n" + JAVA, "1 mistake");
        assertThat(kernel.text())
                .contains("Goals (gain, cost) must be one for this method, which would hear the first alone.");
    }

    @Test
    void eachGoalMustBeInTheResultAndHaveItsName() throws Exception {
        fails("%%randomsearch s --trials 5" + SPACE + "maximize gain, minimize cost\nx * n", "");
        assertThat(kernel.text())
                .contains("must be a Map<String, Double> that holds gain and cost. Maybe return Map.of(\"gain\", gain");
        fails("%%randomsearch s --trials 5" + SPACE + "maximize gain, minimize\n" + JAVA, "1 mistake");
        fails("%%randomsearch s --trials 5" + SPACE + "maximize gain, minimize gain\n" + JAVA, "1 mistake");
        assertThat(kernel.text()).contains("Goal (gain) must be named once.");
    }
}
