package dev.fettle.kernel.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.option.Header;
import dev.fettle.kernel.option.Option;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.option.Source;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CellTest extends Cells {
    private static final String JAVA = "\nx in 1..9\nmaximize a\nx * 2.0";

    @Test
    void everyLimitReachesTheBudget() {
        assertThat(settings("%%gridsearch" + JAVA).budget()).isEqualTo(Budget.unlimited());
        assertThat(settings("%%randomsearch" + JAVA).budget()).isEqualTo(Budget.trials(60));
        assertThat(settings("%%randomsearch -n 7 -t 2m -u 0.5 --patience 3 --on-error stop" + JAVA)
                        .budget())
                .isEqualTo(Budget.trials(7)
                        .withTime(Duration.ofMinutes(2))
                        .withUntil(0.5)
                        .withPatience(3)
                        .withOnError(Budget.OnError.STOP));
    }

    @Test
    void aChangedLimitLeavesTheOthersAsTheyWere() {
        Budget before = Budget.trials(7)
                .withTime(Duration.ofMinutes(2))
                .withUntil(0.5)
                .withPatience(3)
                .withOnError(Budget.OnError.STOP);
        assertThat(limits("s", before)).isEqualTo(before);
        assertThat(limits("s --trials 9", before)).isEqualTo(before.withTrials(9));
        assertThat(limits("s --time 5m", before)).isEqualTo(before.withTime(Duration.ofMinutes(5)));
        assertThat(limits("s --until 0.75", before)).isEqualTo(before.withUntil(0.75));
        assertThat(limits("s --patience 8", before)).isEqualTo(before.withPatience(8));
    }

    private Budget limits(String words, Budget before) {
        return Preset.limits(List.of(words.split(" ")), VOCABULARY, notebook)
                .found()
                .orElseThrow()
                .apply(before);
    }

    @Test
    void theGoalHasTheDirectionThatIsWritten() {
        assertThat(settings("%%gridsearch s" + JAVA).subject().goals()).containsExactly(Goal.maximize("a"));
        assertThat(settings("%%gridsearch s" + JAVA.replace("maximize", "minimize"))
                        .subject()
                        .goals())
                .containsExactly(Goal.minimize("a"));
        assertThat(settings("%%gridsearch s" + JAVA).name()).isEqualTo("s");
        assertThat(settings("%%gridsearch" + JAVA).name()).isNull();
    }

    @Test
    void javaHasOneJobAndNoFolds() {
        Settings java = settings("%%gridsearch" + JAVA);
        assertThat(java.get(Options.JOBS)).isEqualTo(1);
        assertThat(java.subject().folds()).isZero();
        assertThat(java.subject().task()).isEmpty();
    }

    @Test
    void aModelHasAllCoresFiveFoldsAndAccuracy() {
        Settings model = settings("%%gridsearch --model mlp --data iris\nalpha in {0.1, 0.2}");
        assertThat(model.get(Options.JOBS)).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(model.subject().folds()).isEqualTo(5);
        assertThat(model.subject().goals()).containsExactly(Goal.maximize("accuracy"));
        assertThat(model.subject().task().orElseThrow().test()).isNull();
        Settings other = settings("%%gridsearch -m mlp -d diabetes -k 3 --test 0.25 -j 1\nalpha in {0.1, 0.2}");
        assertThat(other.get(Options.JOBS)).isEqualTo(1);
        assertThat(other.subject().folds()).isEqualTo(3);
        assertThat(other.subject().goals()).containsExactly(Goal.minimize("rmse"));
        assertThat(Objects.requireNonNull(other.subject().task().orElseThrow().test())
                        .rows())
                .isEqualTo(111);
    }

    @Test
    void whatIsTypedGoesBeforeTheOtherCellAndThatBeforeWhatIsSet() {
        Source one = read("%%randomsearch one --model mlp --data iris --cv 3 --trials 7 --seed 5\nalpha in {0.1, 0.2}")
                .typed();
        Map<Option<?>, Header.Word> set = new LinkedHashMap<>();
        set.put(Options.SEED, new Header.Word("11", 9));
        set.put(Options.SHOW, new Header.Word("8", 9));
        Map<String, Source> studies = Map.of("one", one);
        Settings like = read("%%gridsearch --like one --cv 2 --show 3\nalpha in {0.5, 0.6, 0.7}", studies, set)
                .settings()
                .found()
                .orElseThrow();
        assertThat(like.subject().folds()).isEqualTo(2);
        assertThat(like.get(Options.SEED)).isEqualTo(11);
        assertThat(like.get(Options.SHOW)).isEqualTo(3);
        assertThat(like.budget().trials()).isEqualTo(Budget.ALL);
        assertThat(like.space().size()).hasValue(3);
        Settings same = read("%gridsearch --like one", studies, Map.of())
                .settings()
                .found()
                .orElseThrow();
        assertThat(same.subject().folds()).isEqualTo(3);
        assertThat(same.space().size()).hasValue(2);
        assertThat(same.get(Options.SEED)).isEqualTo(42);
    }

    @Test
    void anotherSpaceHasTheJavaOfTheOtherCellUnlessItHasItsOwn() {
        Source one = read("%%randomsearch one" + JAVA).typed();
        Map<String, Source> studies = Map.of("one", one);
        Cell like = read("%%randomsearch --like one\nx in 1..3\n\n", studies, Map.of());
        assertThat(like.shown()).isEqualTo("%%randomsearch --like one\nx in 1..3\nmaximize a\nx * 2.0");
        assertThat(read("%%randomsearch --like one\nx in 1..3\nminimize b\nx", studies, Map.of())
                        .shown())
                .isEqualTo("%%randomsearch --like one\nx in 1..3\nminimize b\nx");
        assertThat(read("%%randomsearch --like one\n \n", studies, Map.of()).shown())
                .isEqualTo("%%randomsearch --like one" + JAVA);
        assertThat(read("%%randomsearch --like one --model mlp --data iris\nalpha in {0.1}", studies, Map.of())
                        .shown())
                .endsWith("\nalpha in {0.1}");
    }

    @Test
    void aStudyThatIsLikeNoneIsTheOnlyMistakeBesideThoseOfTheLine() {
        assertThat(mistakes("%%randomsearch s --like one --sed 3\nx on 3"))
                .containsExactly(
                        "1:25+3 Study (one) behind --like must have run in this notebook: there is none yet.",
                        "1:29+5 Option (--sed) must be one of the magic's; --help lists them. Maybe --seed.");
        Map<String, Source> studies = new LinkedHashMap<>();
        studies.put("uno", read("%%gridsearch" + JAVA).typed());
        studies.put("duo", studies.get("uno"));
        assertThat(told(read("%%gridsearch --from un" + JAVA, studies, Map.of())))
                .containsExactly(
                        "1:21+2 Study (un) behind --from must have run in this notebook: one of uno, duo. Maybe"
                                + " uno.");
    }

    @Test
    void mistakesStandInTheOrderOfTheCell() {
        assertThat(
                        mistakes(
                                "%%gridsearch two --trials 0 --cv 3\nx ~ uniform(0, 2)\ny ~ uniform(0.5, 1) step\nmaximize x\n1"))
                .first()
                .asString()
                .startsWith("1:14+3 Name (two) must be free or a study; it is a variable of type double.");
        assertThat(mistakes("%%gridsearch --trials 0 --cv 3\nx ~ uniform(0, 2)\nmaximize x\n1"))
                .containsExactly(
                        "1:23+1 --trials (0) must be a whole number of at least 1.",
                        "1:30+1 Option (--cv) must go with --model; the Java of the cell has its own data. Maybe --model"
                                + " mlp.",
                        "2:5+7 Parameter x must have finitely many values in a grid. Maybe x in lin(0.0, 2.0, 5).",
                        "3:10+1 Goal (x) must not be the name of a parameter too. Maybe  maximize score.");
    }

    @Test
    void eachMistakeOfAJavaCellIsToldInItsWords() {
        assertThat(mistakes("%%gridsearch class" + JAVA))
                .containsExactly("1:14+5 Name (class) must not be a keyword of Java. Maybe class_.");
        assertThat(mistakes("%%gridsearch two" + JAVA))
                .containsExactly("1:14+3 Name (two) must be free or a study; it is a variable of type double. Maybe"
                        + " twoStudy.");
        assertThat(mistakes("%%gridsearch --objective f\nx in 1..9"))
                .containsExactly("1:26+1 Objective (f) must have a goal: the cell ends with maximize NAME or minimize"
                        + " NAME.");
        assertThat(mistakes("%%gridsearch --objective f\nx in 1..9\nminimize a\nx"))
                .containsExactly("1:26+1 Objective (f) must stand alone: there is Java below minimize too.");
        assertThat(mistakes("%%gridsearch --objective g\nx in 1..9\nminimize a"))
                .containsExactly("1:26+1 Objective (g) must be a method  double g(Point p)  or a variable of type"
                        + " Objective; it takes (String).");
        assertThat(mistakes("%%gridsearch --objective two\nx in 1..9\nminimize a"))
                .containsExactly("1:26+3 Objective (two) must be a method  double two(Point p)  or a variable of type"
                        + " Objective; it is a variable of type double.");
        assertThat(mistakes("%%gridsearch\nmaximize a\n1"))
                .containsExactly("2:1+1 Space must have at least one parameter. Maybe alpha in {0.0001, 0.001}.");
    }

    @Test
    void aParameterWithoutEndIsAMistakeInAGridAlone() {
        assertThat(mistakes(
                        "%%gridsearch\nx ~ logUniform(0.001, 1)\ny ~ int(1, 5)\nz[2] ~ uniform(0, 1)\nmaximize a\nx"))
                .containsExactly(
                        "2:5+10 Parameter x must have finitely many values in a grid. Maybe x in log(0.001, 1.0, 5).",
                        "4:8+7 Parameter z must have finitely many values in a grid. Maybe give it a step.");
        assertThat(mistakes("%%randomsearch\nx ~ logUniform(0.001, 1)\nmaximize a\nx"))
                .isEmpty();
    }
}
