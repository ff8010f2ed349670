package dev.fettle.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Training;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class StudyTableTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("flag", true, false),
            Whole.between("units", 1, 2),
            Choice.of("rate", 1, 0.5),
            Choice.of("hidden", List.of(100), List.of(100, 50)),
            Choice.of("word", "a", "b c").when(new Expression.Name("flag")),
            Real.uniform("alpha", 0, 1));

    private static final History HISTORY = Histories.of(
                    Goal.maximize("score"),
                    IntStream.rangeClosed(0, 2)
                            .mapToObj(i -> SPACE.decode(new double[] {i / 2.0, 0, i / 2.0, i / 2.0, 1, 0.25}))
                            .toList(),
                    p -> p.flag("flag")
                            ? Score.of(0.5)
                                    .withMetrics(Map.of("accuracy", 0.5, "f1", 0.4))
                                    .withFolds(List.of(0.4, 0.6))
                            : null)
            .plus(Histories.running(9, SPACE.decode(new double[6])).prune("hopeless", Duration.ofSeconds(2)));

    private static final Table TABLE = StudyTable.of("s", HISTORY, SPACE, "accuracy");

    @Test
    void columnsStandInTheOrderOfTheContract() {
        assertThat(TABLE.columnNames())
                .containsExactly(
                        "trial",
                        "state",
                        "accuracy",
                        "se",
                        "f1",
                        "fold_1",
                        "fold_2",
                        "flag",
                        "units",
                        "rate",
                        "hidden",
                        "word",
                        "alpha",
                        "seconds");
    }

    @Test
    void parametersKeepTheirTypes() {
        assertThat(TABLE.columns().subList(7, 13))
                .extracting(c -> c.type())
                .containsExactly(
                        ColumnType.BOOLEAN,
                        ColumnType.INTEGER,
                        ColumnType.DOUBLE,
                        ColumnType.STRING,
                        ColumnType.STRING,
                        ColumnType.DOUBLE);
        assertThat(TABLE.stringColumn("hidden").asList()).containsExactly("(100)", "(100, 50)", "(100, 50)", "(100)");
        assertThat(TABLE.doubleColumn("rate").asList()).containsExactly(1.0, 0.5, 0.5, 1.0);
        assertThat(TABLE.booleanColumn("flag").get(0)).isTrue();
    }

    @Test
    void everyEndedTrialHasARow() {
        assertThat(TABLE.intColumn("trial").asList()).containsExactly(1, 2, 3, 9);
        assertThat(TABLE.stringColumn("state").asList()).containsExactly("completed", "failed", "failed", "pruned");
        assertThat(TABLE.doubleColumn("seconds").get(3)).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThat(TABLE.column("accuracy").isMissing(0)).isFalse();
        assertThat(TABLE.column("accuracy").isMissing(1)).isTrue();
        assertThat(TABLE.column("fold_1").isMissing(3)).isTrue();
        assertThat(TABLE.column("word").isMissing(0)).isFalse();
        assertThat(TABLE.column("word").isMissing(1)).isTrue();
    }

    @Test
    void namesThatAreTakenGetAPrefix() {
        SearchSpace space = SearchSpace.of(
                Whole.between("trial", 1, 1),
                Whole.between("C", 1, 1),
                Whole.between("c", 1, 1),
                Whole.between("SE", 1, 1));
        History history = Histories.grid(space, Goal.minimize("score"), p -> Score.of(1));
        assertThat(StudyTable.of("s", history, space, "state").columnNames())
                .containsExactly(
                        "trial", "state", "goal_state", "se", "param_trial", "C", "param_c", "param_SE", "seconds");
    }

    @Test
    void theTrialWithTheMostFoldsDecidesHowManyColumnsTheyHave() {
        SearchSpace space = SearchSpace.of(Whole.between("n", 1, 3));
        List<List<Double>> folds = List.of(List.of(0.5), List.of(0.25, 0.75));
        History history = Histories.grid(
                space,
                Goal.maximize("gain"),
                p -> p.whole("n") == 1 ? null : Score.of(0.5).withFolds(folds.get(p.whole("n") - 2)));
        Table table = StudyTable.of("s", history, space, "gain");
        assertThat(table.columnNames())
                .containsSubsequence("fold_1", "fold_2", "n")
                .doesNotContain("fold_3");
        assertThat(table.doubleColumn("fold_1").asList()).containsExactly(null, 0.5, 0.25);
        assertThat(table.doubleColumn("fold_2").asList()).containsExactly(null, null, 0.75);
    }

    @Test
    void theSameHistoryGivesTheSameTable() {
        Table again = StudyTable.of("s", HISTORY, SPACE, "accuracy");
        assertThat(again.write().toString("csv")).isEqualTo(TABLE.write().toString("csv"));
    }

    @Test
    void anEmptyHistoryHasItsColumns() {
        Table empty = StudyTable.of("s", History.empty(Goal.maximize("score")), SPACE, "accuracy");
        assertThat(empty.rowCount()).isZero();
        assertThat(empty.columnNames()).contains("trial", "accuracy", "alpha", "seconds");
    }

    @Test
    void eachColumnHasItsOwnNumbers() {
        SearchSpace space = SearchSpace.of(Whole.between("n", 1, 3), Choice.of("mixed", 2, "auto"));
        History history = History.empty(List.of(Goal.minimize("loss"), Goal.minimize("seconds"), Goal.maximize("f1")));
        history = history.plus(Histories.running(1, Point.of(Map.of("n", 3, "mixed", "auto")))
                .complete(
                        Score.of(List.of(0.5, 7.0, 0.75))
                                .withMetrics(Map.of("loss", 0.5, "f1", 0.75, "mae", 0.25))
                                .withFolds(List.of(0.25, 0.75)),
                        Duration.ofMillis(1500)));
        history = history.plus(Histories.running(2, Point.of(Map.of("n", 1, "mixed", 2)))
                .complete(Score.of(List.of(0.25, 9.0, 0.5)).withFolds(List.of(0.25)), Duration.ofMillis(250)));
        history = Histories.repeating(history, 1);
        Table table = StudyTable.of("s", history, space, "loss");
        assertThat(table.write().toString("csv").replace("\r", "")).isEqualTo("""
                trial,state,loss,se,seconds,f1,mae,fold_1,fold_2,n,mixed,trial_seconds
                1,completed,0.5,0.25,7.0,0.75,0.25,0.25,0.75,3,auto,1.5
                2,completed,0.25,,9.0,0.5,,0.25,,1,2,0.25
                3,completed,0.5,0.25,7.0,0.75,0.25,0.25,0.75,3,auto,0.0
                """);
        assertThat(table.name()).isEqualTo("s");
    }

    @Test
    void namesOfGoalsAndMetricsThatAreTakenGetAPrefix() {
        SearchSpace space = SearchSpace.of(Whole.between("n", 1, 1));
        History history = History.empty(List.of(Goal.minimize("loss"), Goal.minimize("state")))
                .plus(Histories.running(1, Point.of(Map.of("n", 1)))
                        .complete(Score.of(1, 2).withMetrics(Map.of("TRIAL", 3.0)), Duration.ZERO));
        assertThat(StudyTable.of("s", history, space, "loss").columnNames())
                .containsExactly("trial", "state", "loss", "se", "goal_state", "metric_TRIAL", "n", "seconds");
    }

    @Test
    void trainingsHaveColumnsWhereTheyWereAskedFor() {
        SearchSpace space = SearchSpace.of(Whole.between("n", 1, 2));
        History history = Histories.of(
                Goal.maximize("gain"),
                List.of(Point.of(Map.of("n", 1)), Point.of(Map.of("n", 2))),
                p -> p.whole("n") == 1
                        ? Score.of(0.5)
                        : Score.of(0.5).withTrainings(List.of(new Training(0.75, 2), new Training(1, 0.5))));
        Table table = StudyTable.of("s", history, space, "gain");
        assertThat(table.columnNames())
                .containsSubsequence("train_1", "train_2", "fit_seconds_1", "fit_seconds_2", "n", "seconds");
        assertThat(table.doubleColumn("train_2").asDoubleArray()).containsExactly(Double.NaN, 1);
        assertThat(table.doubleColumn("fit_seconds_1").asDoubleArray()).containsExactly(Double.NaN, 2);
    }
}
