package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IneffectiveTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("kernel", "linear", "rbf", "poly"), Choice.of("gamma", 0.1, 0.01), Whole.between("c", 1, 3));

    private static List<String> said(SearchSpace space, History history) {
        return Ineffective.of(history, space).stream().map(Object::toString).toList();
    }

    @Test
    void findsTheConditionOfTheSpecification() {
        assertThat(said(Histories.iris(), Histories.iris72()))
                .containsExactly("18 points repeat others: learning_rate has no effect when solver = adam. "
                        + "Maybe  learning_rate in {constant, adaptive} if solver == sgd  (54 points).");
    }

    @Test
    void severalValuesBecomeASet() {
        History history = Histories.grid(SPACE, Goal.maximize("score"), p -> {
            boolean rbf = p.text("kernel").equals("rbf");
            Object key = rbf ? p : List.of(p.text("kernel"), p.whole("c"));
            return Histories.predicted(0.5, key);
        });
        assertThat(said(SPACE, history))
                .containsExactly("6 points repeat others: gamma has no effect when kernel in {linear, poly}. "
                        + "Maybe  gamma in {0.1, 0.01} if kernel == rbf  (12 points).");
    }

    @Test
    void severalValuesWithEffectBecomeAMembership() {
        History history = Histories.grid(SPACE, Goal.maximize("score"), p -> {
            boolean linear = p.text("kernel").equals("linear");
            return Histories.predicted(0.5, linear ? List.of(p.whole("c")) : p);
        });
        assertThat(said(SPACE, history))
                .containsExactly("3 points repeat others: gamma has no effect when kernel = linear. "
                        + "Maybe  gamma in {0.1, 0.01} if kernel in {rbf, poly}  (15 points).");
    }

    @Test
    void aParameterWithoutAnyEffectIsToBeLeftOut() {
        History history = Histories.grid(
                SPACE, Goal.maximize("score"), p -> Histories.predicted(0.5, List.of(p.text("kernel"), p.whole("c"))));
        assertThat(said(SPACE, history))
                .containsExactly("9 points repeat others: gamma has no effect. Maybe leave it out (9 points).");
    }

    @Test
    void whereATrialFailedNobodyKnows() {
        SearchSpace space =
                SearchSpace.of(Choice.of("early_stopping", true, false), Choice.of("validation_fraction", 0.01, 0.1));
        assertThat(said(space, Histories.grid(space, Goal.maximize("score"), p -> {
                    boolean stops = p.flag("early_stopping");
                    return stops && p.real("validation_fraction") < 0.1
                            ? null
                            : Histories.predicted(0.5, p.flag("early_stopping"));
                })))
                .containsExactly(
                        "1 point repeats another: validation_fraction has no effect when early_stopping = false. "
                                + "Maybe  validation_fraction in {0.01, 0.1} if early_stopping == true  (3 points).");
        assertThat(said(
                        SPACE,
                        Histories.grid(
                                SPACE,
                                Goal.maximize("score"),
                                p -> p.whole("c") == 2 && p.text("kernel").equals("rbf")
                                        ? null
                                        : Histories.predicted(0.5, p.whole("c")))))
                .noneMatch(line -> line.contains("has no effect."));
    }

    @Test
    void equalScoresWithOtherPredictionsAreChance() {
        assertThat(said(SPACE, Histories.grid(SPACE, Goal.maximize("score"), p -> Histories.predicted(0.5, p))))
                .isEmpty();
    }

    @Test
    void equalScoresWithoutPredictionsProveNothing() {
        assertThat(said(SPACE, Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(0.5))))
                .isEmpty();
    }

    @Test
    void withoutPredictionsScoresMustTellEverythingElseApart() {
        History history = Histories.grid(SPACE, Goal.maximize("score"), p -> Score.of(p.whole("c")));
        assertThat(said(SPACE, history)).isEmpty();
        History distinct = Histories.grid(
                SPACE, Goal.maximize("score"), p -> Score.of(p.text("kernel").hashCode() * Math.PI + p.whole("c")));
        assertThat(said(SPACE, distinct)).singleElement().asString().contains("gamma has no effect.");
    }

    @Test
    void twoPointsAreEnoughEvidenceIfTheyPredictTheSame() {
        SearchSpace space = SearchSpace.of(Choice.of("flag", true, false));
        assertThat(said(space, Histories.grid(space, Goal.maximize("score"), p -> Histories.predicted(1, "same"))))
                .containsExactly("1 point repeats another: flag has no effect.");
    }

    @Test
    void aConditionalParameterKeepsItsCondition() {
        SearchSpace first = SearchSpace.of(
                Choice.of("solver", "sgd", "adam"),
                Choice.of("nesterov", true, false),
                Choice.of("momentum", 0.0, 0.9, 0.99));
        History history = Histories.grid(first, Goal.maximize("score"), p -> {
            boolean silent = p.text("solver").equals("adam");
            boolean still = p.real("momentum") == 0;
            return Histories.predicted(
                    1,
                    silent
                            ? List.of("adam")
                            : still ? List.of("still") : List.of(p.flag("nesterov"), p.real("momentum")));
        });
        assertThat(said(first, history))
                .containsExactly(
                        "3 points repeat others: nesterov has no effect when solver = adam. "
                                + "Maybe  nesterov in {true, false} if solver == sgd  (9 points).",
                        "4 points repeat others: momentum has no effect when solver = adam. "
                                + "Maybe  momentum in {0.0, 0.9, 0.99} if solver == sgd  (8 points).");
    }

    @Test
    void aParameterThatAConditionSpeaksOfIsNotMovedBehindIt() {
        dev.fettle.space.condition.Expression on = new dev.fettle.space.condition.Expression.Name("flag");
        SearchSpace space = SearchSpace.of(
                Choice.of("flag", true, false), Whole.between("extra", 1, 2).when(on), Choice.of("kind", "a", "b"));
        History history = Histories.grid(space, Goal.maximize("score"), p -> Histories.predicted(1, p.text("kind")));
        assertThat(Ineffective.of(history, space))
                .filteredOn(i -> i.parameter().equals("flag"))
                .allMatch(i -> i.remedy().isEmpty());
    }

    @Test
    void anEmptyHistorySaysNothing() {
        assertThat(said(SPACE, History.empty(Goal.maximize("score")))).isEmpty();
    }

    @Test
    void whereNobodyCanCountThePointsNoneAreSaid() {
        SearchSpace space = SearchSpace.of(
                Choice.of("kernel", "linear", "rbf"), Choice.of("gamma", 0.1, 0.01), Real.uniform("c", 0, 1));
        List<Point> points = Stream.of("linear", "rbf")
                .flatMap(k -> Stream.of(0.1, 0.01).map(g -> Point.of(Map.of("kernel", k, "gamma", g, "c", 0.5))))
                .toList();
        assertThat(said(space, Histories.of(Goal.maximize("score"), points, p -> {
                    boolean linear = p.text("kernel").equals("linear");
                    return Histories.predicted(0.5, linear ? "linear" : p);
                })))
                .containsExactly("1 point repeats another: gamma has no effect when kernel = linear. "
                        + "Maybe  gamma in {0.1, 0.01} if kernel == rbf.");
        assertThat(said(
                        space,
                        Histories.of(Goal.maximize("score"), points, p -> Histories.predicted(0.5, p.text("kernel")))))
                .containsExactly("2 points repeat others: gamma has no effect. Maybe leave it out.");
    }

    /** Six choices that all matter; the score is rounded so that it has a few, a hundred or ten thousand values. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100, 10_000})
    void roundedScoresOfRandomPointsAreChance(int steps) {
        SearchSpace space = SearchSpace.of(
                Choice.of("a", 0, 1),
                Choice.of("b", 0, 1),
                Choice.of("c", 0, 1, 2),
                Choice.of("d", 0, 1, 2),
                Choice.of("e", 0, 1),
                Choice.of("f", 0, 1));
        for (int seed = 0; seed < 200; seed++) {
            History history = distinct(space, 10 + seed % 60, seed, p -> {
                double sum = 0;
                for (String name : p.names()) {
                    sum += p.whole(name) * (1 + name.charAt(0) % 7 * 0.37);
                }
                return Score.of(Math.rint(sum / 10 * steps) / steps);
            });
            assertThat(said(space, history)).as("seed %s", seed).isEmpty();
        }
    }

    @Test
    void exactScoresOfRandomPointsTellWhatIsIdle() {
        SearchSpace space = SearchSpace.of(
                Choice.of("a", 0, 1, 2, 3, 4, 5, 6, 7), Choice.of("b", 0, 1, 2, 3), Choice.of("idle", 0, 1, 2));
        History history = distinct(space, 70, 4, p -> Score.of(StrictMath.sin(1 + p.whole("a") + 10 * p.whole("b"))));
        assertThat(said(space, history)).singleElement().asString().contains("idle has no effect.");
    }

    private static History distinct(SearchSpace space, int trials, long seed, Function<Point, Score> score) {
        History all = Histories.random(space, Goal.maximize("score"), trials, seed, score);
        List<Point> points = all.trials().stream().map(Trial::point).distinct().toList();
        return Histories.of(Goal.maximize("score"), points, score);
    }
}
