package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.trial.Goal;
import org.junit.jupiter.api.Test;

class TaskReaderTest extends Cells {
    private static final String SPACE = "\nalpha in {0.1, 0.2}";

    @Test
    void everyPartIsCheckedEvenIfAnotherHasAMistake() {
        assertThat(mistakes("%%gridsearch -m mpl -d iri --test 2 --metric f9" + SPACE))
                .hasSize(4)
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("1:17+3 ").endsWith(" Maybe mlp."),
                        m -> assertThat(m)
                                .startsWith("1:24+3 Data (iri) must be a Table of the notebook, a file, or one of ")
                                .endsWith(" Maybe iris."),
                        m -> assertThat(m).isEqualTo("1:35+1 --test (2) must be a share from 0 to below 1."),
                        m -> assertThat(m).startsWith("1:46+2 Metric (f9) must be one of accuracy, "));
    }

    @Test
    void mistakesOfDataStandAtTheOptionThatMakesThem() {
        assertThat(mistakes("%%gridsearch -m mlp -d iris -y spcies" + SPACE))
                .singleElement()
                .asString()
                .startsWith("1:32+6 ")
                .endsWith(" Maybe species.");
        assertThat(mistakes("%%gridsearch -m mlp -d iris --metric rmse" + SPACE))
                .singleElement()
                .asString()
                .startsWith("1:38+4 Metric (rmse) ");
        assertThat(mistakes("%%gridsearch -m mlp -d iris --metric f1" + SPACE))
                .containsExactly("1:38+2 Metric (f1) must have two classes, and there are 3. Maybe f1_macro.");
        assertThat(mistakes("%%gridsearch -m mlp -d iris --metric neg_log_loss" + SPACE))
                .singleElement()
                .asString()
                .endsWith(" Maybe log_loss.");
        assertThat(mistakes("%%gridsearch -m mlp -d iris --test 0.999" + SPACE))
                .containsExactly("1:36+5 Test share (0.999) must leave rows on both sides of 150.");
        assertThat(mistakes("%%gridsearch -m mlp -d two" + SPACE))
                .containsExactly("1:24+3 Data (two) must be a Table; the variable is a Double.");
        assertThat(mistakes("%%gridsearch -m mlp -d iris --cv 200" + SPACE))
                .singleElement()
                .asString()
                .startsWith("1:34+3 ");
    }

    @Test
    void theWordsOfScikitLearnAreAnsweredWithOurs() {
        assertThat(mistakes("%%gridsearch --n_iter 5 s --random_state 1 --scoring accuracy --test_size 0.2 --n_jobs -1"
                        + " --model MLPClassifier --data iris" + SPACE))
                .extracting(m -> m.replaceFirst(".* Maybe", "Maybe"))
                .containsExactly(
                        "Maybe --trials.",
                        "Maybe --seed.",
                        "Maybe --metric.",
                        "Maybe --test.",
                        "Maybe --jobs.",
                        "Maybe --jobs " + Runtime.getRuntime().availableProcessors() + ", all cores.",
                        "Maybe mlp.");
    }

    @Test
    void namesThatTheModelDoesNotHaveAreListedOnceAndToldWhatToUse() {
        assertThat(mistakes("%%gridsearch -m mlp -d iris\nverbose = false\nrandom_state in {0, 1}\nmlp__alpha in {1, 2}"
                        + "\nwarm_start in {true}\nsolvr in {sgd}"))
                .satisfiesExactly(
                        m -> assertThat(m)
                                .startsWith("2:1+7 Parameter (verbose) must be one that mlp has: ")
                                .contains(" hidden_layer_sizes, activation, solver, ")
                                .endsWith(" Maybe --live in the first line."),
                        m -> assertThat(m)
                                .isEqualTo("3:1+12 Parameter (random_state) must be one that mlp has."
                                        + " Maybe --seed in the first line."),
                        m -> assertThat(m)
                                .isEqualTo("4:1+10 Parameter (mlp__alpha) must be one that mlp has. Maybe alpha."),
                        m -> assertThat(m)
                                .isEqualTo("5:1+10 Parameter (warm_start) must be one that mlp has."
                                        + " Maybe leave it out: each trial trains from the start."),
                        m -> assertThat(m)
                                .isEqualTo("6:1+5 Parameter (solvr) must be one that mlp has. Maybe solver."));
    }

    @Test
    void aVariableThatHidesBundledDataIsToldToBeRenamed() throws Exception {
        notebook.run("double digits = 10;");
        assertThat(mistakes("%%gridsearch -m mlp -d digits" + SPACE))
                .containsExactly("1:24+6 Data (digits) must be a Table; the variable is a Double."
                        + " Maybe another name for it: it hides the bundled data.");
    }

    @Test
    void aFeatureThatTheTargetLeavesOverAndTheModelDoesNotTakeIsToldAtTheData() throws Exception {
        notebook.run("var gaps = tech.tablesaw.api.Table.create("
                + "tech.tablesaw.api.DoubleColumn.create(\"x\", 1, Double.NaN, 3),"
                + "tech.tablesaw.api.DoubleColumn.create(\"y\", 1.5, 2.5, 3.5));");
        assertThat(mistakes("%%gridsearch -m mlp -d gaps -y y" + SPACE))
                .singleElement()
                .asString()
                .startsWith("1:24+4 Column (x) must have no missing values; ");
    }

    @Test
    void whatIsMissingIsToldAtTheBeginOfTheLine() {
        assertThat(mistakes("%%gridsearch -d iris" + SPACE))
                .containsExactly("1:1+2 Model (none) must be given. Maybe --model mlp.");
        assertThat(mistakes("%%gridsearch -m mlp" + SPACE))
                .singleElement()
                .asString()
                .startsWith("1:1+2 Data (none) must be given: a Table of the notebook, or one of ")
                .endsWith(". Maybe --data iris.");
        assertThat(mistakes("%%gridsearch" + SPACE))
                .containsExactly("1:1+2 Cell must have --model, or end with a goal. Maybe  maximize score  and the Java"
                        + " below it.");
    }

    @Test
    void aGoalBesideAModelIsAMistakeAtItsDirection() {
        assertThat(mistakes("%%gridsearch -m mlp -d iris" + SPACE + "\nmaximize a\n1"))
                .containsExactly(
                        "3:1+8 Goal (maximize) must stand without Java beside --model, whose goal is --metric. Maybe"
                                + " leave --model out.");
    }

    @Test
    void everyValueOfEveryParameterMustBeOneThatTheModelTakes() {
        assertThat(mistakes("%%gridsearch -m mlp -d iris\nalpha in {0.1, -1.0}\nalpah in {1, 2}\nsolver = sdg"))
                .hasSize(3)
                .satisfiesExactly(
                        m -> assertThat(m).startsWith("2:16+4 "),
                        m -> assertThat(m).startsWith("3:1+5 ").endsWith(" Maybe alpha."),
                        m -> assertThat(m).startsWith("4:10+3 ").endsWith(" Maybe sgd."));
    }

    @Test
    void theFirstOfSeveralMetricsIsTheGoal() {
        assertThat(settings("%%gridsearch -m mlp -d diabetes --metric r2,rmse" + SPACE)
                        .subject()
                        .goals())
                .containsExactly(Goal.maximize("r2"));
    }

    @Test
    void javaThatDoesNotCompileIsShownOnItsLine() {
        assertThat(mistakes("%%gridsearch\nx in 1..9\nmaximize a\nint n = \"no\";\nreturn x;"))
                .singleElement()
                .asString()
                .startsWith("4:9+4 Java must compile: incompatible types");
    }
}
