package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The values and cells that points are grouped by, and what is averaged over them. */
class LevelsTest {
    private static List<Point> points(Object... values) {
        return Arrays.stream(values).map(v -> Point.of(Map.of("x", v))).toList();
    }

    private static List<Integer> places(Levels levels, List<Point> points) {
        return points.stream().map(levels.place()::applyAsInt).toList();
    }

    private static Object[] wholes(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toArray();
    }

    @Test
    void twelveValuesStandForThemselvesAndThirteenShareCells() {
        Scalar x = Whole.between("x", 1, 24);
        List<Point> twelve = points(wholes(1, 12));
        Levels own = Levels.of(x, twelve);
        assertThat(own.labels()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(places(own, twelve)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        List<Point> thirteen = points(wholes(1, 13));
        Levels cells = Levels.of(x, thirteen);
        assertThat(cells.labels()).containsExactly("1 … 4", "5 … 9", "10 … 14", "15 … 19", "20 … 24");
        assertThat(cells.edges()).containsExactly("1", "5", "10", "15", "20", "24");
        assertThat(places(cells, thirteen)).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2);
    }

    @Test
    void aCellOfWholeNumbersIsNamedByTheFirstAndTheLastThatMayLieInIt() {
        List<Point> shuffled = points(2, 4, 1, 3, 13, 20, 18, 24, 10, 9, 12, 11, 6, 8, 5, 7);
        assertThat(Levels.of(Whole.between("x", 1, 24), shuffled).labels())
                .containsExactly("1 … 4", "5 … 9", "10 … 14", "15 … 19", "20 … 24");
    }

    @Test
    void cellsWithoutPointsStayAndTheHighestValueBelongsToTheLast() {
        Scalar x = Real.uniform("x", 0, 6);
        List<Point> points = points(6.0, 5.9, 5.8, 5.7, 5.6, 5.5, 5.4, 2.0, 2.1, 2.2, 2.3, 2.4, 2.5, 5.0);
        Levels levels = Levels.of(x, points);
        assertThat(levels.labels())
                .containsExactly("0.0 … 1.0", "1.0 … 2.0", "2.0 … 3.0", "3.0 … 4.0", "4.0 … 5.0", "5.0 … 6.0");
        assertThat(places(levels, points)).containsExactly(5, 5, 5, 5, 5, 5, 5, 2, 2, 2, 2, 2, 2, 5);
    }

    @Test
    void aLogarithmicParameterIsCutAtEqualRatios() {
        Scalar x = Real.logUniform("x", 1e-6, 1);
        List<Point> points = points(IntStream.range(0, 13)
                .mapToObj(i -> 1.5e-6 * StrictMath.pow(10, i * 0.45))
                .toArray());
        assertThat(Levels.of(x, points).labels())
                .containsExactly(
                        "1e-06 … 1e-05", "1e-05 … 0.0001", "0.0001 … 0.001", "0.001 … 0.01", "0.01 … 0.1", "0.1 … 1.0");
    }

    @Test
    void aChoiceKeepsItsOrderAndAllItsValuesHoweverMany() {
        Object[] values = {5, 3, 20, 1, 2, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14};
        Scalar x = Choice.of("x", values);
        List<Point> points = points(wholes(1, 14));
        assertThat(Levels.of(x, points).labels())
                .containsExactly("5", "3", "1", "2", "4", "6", "7", "8", "9", "10", "11", "12", "13", "14");
        assertThat(places(Levels.of(x, points), points(3, 20, 14))).containsExactly(1, -1, 13);
    }

    @Test
    void wordsThatAreNothingOrLongAreStillSeen() {
        String longWord = "y".repeat(80);
        Levels levels = Levels.of(Choice.of("x", "", longWord), points(longWord, ""));
        assertThat(levels.labels()).containsExactly("\"\"", "y".repeat(59) + "…");
    }

    @Test
    void whereAParameterIsInactiveAPointHasNoPlace() {
        Levels levels = Levels.of(Whole.between("y", 1, 3), points(1, 2));
        assertThat(levels.labels()).isEmpty();
        assertThat(places(levels, points(1))).containsExactly(-1);
        Levels cells = Levels.of(Whole.between("x", 1, 24), points(wholes(1, 13)));
        assertThat(cells.place().applyAsInt(Point.of(Map.of("y", 1)))).isEqualTo(-1);
    }

    private static final SearchSpace CONDITIONAL = SearchSpace.of(
            Choice.of("on", true, false), Whole.between("n", 1, 2).when(new Expression.Name("on")));

    /** (true, 1) scores 1, (true, 2) scores 4, (false) scores 10; the second is repeated twice. */
    private static History repeated() {
        History history = Histories.grid(
                CONDITIONAL, Goal.minimize("loss"), p -> Score.of(p.flag("on") ? (p.whole("n") == 1 ? 1 : 4) : 10));
        int second = history.trials().stream()
                .filter(t -> t.point().flag("on") && t.point().whole("n") == 2)
                .findFirst()
                .map(Trial::number)
                .orElseThrow();
        return Histories.repeating(Histories.repeating(history, second), second);
    }

    @Test
    void repeatsCountOnceAmongTheScoresOfAValue() {
        History history = repeated();
        long evaluated = history.evaluated().size();
        ValueScores scores = ValueScores.of(history, CONDITIONAL);
        assertThat(scores.low()).isEqualTo(1);
        assertThat(scores.high()).isEqualTo(10);
        assertThat(scores.of("n").levels())
                .containsExactly(
                        new ValueScores.Level("1", List.of(1.0), 1), new ValueScores.Level("2", List.of(4.0), 4));
        assertThat(scores.of("on").levels())
                .extracting(ValueScores.Level::label, l -> l.scores().size(), ValueScores.Level::mean)
                .containsExactly(Tuple.tuple("true", 2, 2.5), Tuple.tuple("false", (int) evaluated - 2, 10.0));
    }

    @Test
    void repeatsCountOnceInAHeatMapAndInTheShareOfTheVariance() {
        SearchSpace space = SearchSpace.of(Choice.of("a", 1, 2), Choice.of("b", 1, 2), Choice.of("c", 1, 2));
        double[] scores = {1, 3, 5, 9, 2, 2, 2, 8};
        History once = Histories.grid(
                space,
                Goal.minimize("loss"),
                p -> Score.of(scores[4 * p.whole("a") + 2 * p.whole("b") + p.whole("c") - 7]));
        History again = Histories.repeating(Histories.repeating(once, 1), 8);
        Heatmap map = Heatmap.of(again, space, "b", "a");
        assertThat(map.means()).isDeepEqualTo(new double[][] {{2, 7}, {2, 5}});
        assertThat(map.best(Goal.minimize("loss"))).as("of equals the first").containsExactly(0, 0);
        assertThat(map)
                .isEqualTo(Heatmap.of(once, space, "b", "a"))
                .hasSameHashCodeAs(Heatmap.of(once, space, "b", "a"));
        assertThat(map).isNotEqualTo(Heatmap.of(once, space, "a", "b"));
        VarianceShare share = VarianceShare.of(again, space);
        assertThat(share).isEqualTo(VarianceShare.of(once, space));
        // Mean 4, squares 9 + 1 + 1 + 25 + 4 + 4 + 4 + 16 = 64; means by a 4.5, 3.5, by b 2, 6, by c 2.5, 5.5.
        assertThat(share.shares().stream()
                        .mapToDouble(VarianceShare.Share::share)
                        .toArray())
                .containsExactly(new double[] {2 / 64.0, 32 / 64.0, 18 / 64.0}, within(1e-12));
        assertThat(share.rest()).isCloseTo(12 / 64.0, within(1e-12));
        assertThat(share.complete()).isTrue();
    }

    @Test
    void aHeatMapWithoutScoresHasNoBest() {
        SearchSpace space = SearchSpace.of(Choice.of("a", 1, 2), Choice.of("b", 1, 2));
        Heatmap map = Heatmap.of(Histories.grid(space, Goal.minimize("loss"), p -> null), space, "a", "b");
        assertThat(map.best(Goal.minimize("loss"))).isNull();
        assertThat(map.columns()).isEmpty();
    }

    @Test
    void onlyTheLastCellOfAHeatMapMayBeScored() {
        Heatmap map = new Heatmap(
                "a",
                "b",
                List.of("1", "2"),
                List.of("u", "v"),
                List.of(),
                List.of(),
                new double[][] {{Double.NaN, Double.NaN}, {Double.NaN, 3}},
                new int[][] {{0, 0}, {0, 1}});
        assertThat(map.best(Goal.maximize("gain"))).containsExactly(1, 1);
    }

    @Test
    void meansOfHugeScoresAreFinite() {
        double most = Double.MAX_VALUE;
        assertThat(Scores.mean(List.of(most, most))).isEqualTo(most);
        assertThat(Scores.mean(List.of(-most, -most, -most))).isEqualTo(-most);
        assertThat(Scores.mean(List.of(most, most, -most))).isCloseTo(most / 3, within(most * 1e-12));
        assertThat(Scores.mean(List.of(1.0, 2.0, 6.0))).isEqualTo(3);
    }

    @Test
    void shareIsWhereANumberLiesBetweenTwoOthers() {
        assertThat(Scores.share(3, 1, 5)).isEqualTo(0.5);
        assertThat(Scores.share(1, 1, 5)).isEqualTo(0);
        assertThat(Scores.share(5, 1, 5)).isEqualTo(1);
        assertThat(Scores.share(7, 7, 7)).isEqualTo(0);
        assertThat(Scores.share(Double.MAX_VALUE / 2, -Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(0.75);
        List<Trial.Completed> trials = Histories.of(Goal.minimize("loss"), points(1, 2, 3), p -> {
                    int x = p.whole("x");
                    return Score.of(x == 2 ? 6 : x == 1 ? 4 : 12);
                })
                .evaluated();
        assertThat(Scores.unit(trials)).containsExactly(0, 0.25, 1);
    }
}
