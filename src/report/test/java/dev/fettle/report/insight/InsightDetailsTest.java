package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fettle.random.Seed;
import dev.fettle.report.summary.Histories;
import dev.fettle.report.trust.Contenders;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Importance by hand, ties of the simplest, and better lines for a cell. */
class InsightDetailsTest {
    private static Importance importance(SearchSpace space, History history) {
        return Importance.of(history, space, new Seed(1));
    }

    /** Scores 1 to 5 with a, 6 to 10 with b: between 62.5, within 20, in all 82.5; less 1 · 20 ÷ 8 by chance. */
    @Test
    void theShareOfAChoiceIsItsAdjustedShareOfTheSquares() {
        SearchSpace space = SearchSpace.of(Choice.of("kind", "a", "b"), Whole.between("n", 1, 5));
        History history = Histories.grid(
                space,
                Goal.minimize("loss"),
                p -> Score.of(p.whole("n") + (p.text("kind").equals("a") ? 0 : 5)));
        List<Importance.Effect> effects = importance(space, history).effects();
        assertThat(effects).extracting(Importance.Effect::parameter).containsExactly("kind", "n");
        assertThat(effects.get(0).share()).isCloseTo(60 / 82.5, within(1e-12));
        assertThat(effects).allSatisfy(e -> assertThat(e.low()).isBetween(0.0, e.high()));
        assertThat(importance(space, history).trials()).isEqualTo(10);
        assertThat(importance(space, history).reason()).isEmpty();
    }

    @Test
    void repeatsDoNotMakeAnEffectSurer() {
        SearchSpace space = SearchSpace.of(Choice.of("kind", "a", "b"), Whole.between("n", 1, 5));
        History history = Histories.grid(
                space,
                Goal.minimize("loss"),
                p -> Score.of(p.whole("n") * p.text("kind").length()));
        assertThat(importance(space, Histories.repeating(Histories.repeating(history, 1), 3)))
                .isEqualTo(importance(space, history));
    }

    @Test
    void effectsAreSortedByTheirShareTheLargestFirstAndUnknownOnesLeftOut() {
        Importance importance = new Importance(
                List.of(
                        new Importance.Effect("a", 0.1, 0, 0.9),
                        new Importance.Effect("b", Double.NaN, Double.NaN, Double.NaN),
                        new Importance.Effect("c", 0.5, 0.4, 0.6),
                        new Importance.Effect("d", 0.1, 0, 0.2)),
                20,
                "");
        assertThat(importance.sorted()).extracting(Importance.Effect::parameter).containsExactly("c", "a", "d");
    }

    @Test
    void eightPointsAreEnoughForAParameterAndSevenAreNot() {
        SearchSpace space = SearchSpace.of(
                Choice.of("on", true, false),
                Whole.between("n", 1, 8).when(new Expression.Name("on")),
                Whole.between("m", 1, 8));
        for (int active : new int[] {7, 8}) {
            List<Point> points = IntStream.rangeClosed(1, 16)
                    .mapToObj(i -> i <= active
                            ? Point.of(Map.of("on", true, "n", i % 2 + 1, "m", i % 4 + 1))
                            : Point.of(Map.of("on", false, "m", i % 8 + 1)))
                    .toList();
            History history = Histories.of(
                    Goal.minimize("loss"), points, p -> Score.of(p.has("n") ? p.whole("n") : p.whole("m") * 0.1));
            assertThat(importance(space, history).effects().get(1).known()).isEqualTo(active == 8);
        }
    }

    private static final SearchSpace PAIR = SearchSpace.of(Choice.of("small", true, false), Whole.between("n", 1, 3));

    private static Score folds(double mean, double error) {
        return Score.of(mean).withFolds(List.of(mean - error, mean + error));
    }

    /** The winner is 0.5 ± 0.125; of the small ones 0.375 at n = 2 is the best, and at n = 3 as good. */
    @Test
    void ofTheSimplestTheBestIsNamedAndOfEqualsTheFirst() {
        History history = Histories.grid(PAIR, Goal.maximize("gain"), p -> {
            int n = p.whole("n");
            return folds(p.flag("small") ? (n == 1 ? 0.375 : 0.4375) : n == 1 ? 0.5 : 0.25, 0.125);
        });
        Caveat caveat = Caveat.of(history, PAIR, Background.NONE.withComplexity(p -> p.flag("small") ? 1 : 2));
        assertThat(caveat.within()).isEqualTo(4);
        assertThat(caveat.sharing()).isEqualTo(1);
        assertThat(caveat.simplest().orElseThrow().trial()).isEqualTo(2);
        assertThat(caveat.simplest().orElseThrow()).hasToString("trial 2, small true");
        assertThat(Caveat.of(history, PAIR, Background.NONE.withComplexity(p -> 1))
                        .simplest())
                .as("all are as simple")
                .isEmpty();
        assertThat(Caveat.of(history, PAIR, Background.NONE.withComplexity(p -> p.flag("small") ? 2 : 1))
                        .simplest())
                .as("the winner itself")
                .hasValueSatisfying(s -> assertThat(s.trial()).isEqualTo(4));
    }

    @Test
    void aPointExactlyOneErrorAwayLiesWithinAndOneBehindDoesNot() {
        double[] means = {0.5, 0.375, 0.374, 0.25};
        SearchSpace space = SearchSpace.of(Whole.between("n", 1, 4));
        History history = Histories.grid(space, Goal.maximize("gain"), p -> folds(means[p.whole("n") - 1], 0.125));
        assertThat(Caveat.of(history, space, Background.NONE))
                .isEqualTo(new Caveat(1, 2, new Contenders(4, List.of(1)), java.util.Optional.empty(), List.of()));
        assertThat(Caveat.of(history, space, Background.NONE).sentences())
                .containsExactly(
                        "2 points lie within one standard error; fold by fold the best beats each of the others (corrected t-test, 5 %).");
    }

    private static List<String> said(SearchSpace space, History history) {
        return Ineffective.of(history, space).stream().map(Object::toString).toList();
    }

    private static Expression is(String name, Object value) {
        return new Expression.Binary(Operator.EQUAL, new Expression.Name(name), new Expression.Literal(value));
    }

    @Test
    void aConditionThatIsThereStaysInFrontOfTheNewOne() {
        for (boolean or : new boolean[] {true, false}) {
            Expression before = or
                    ? new Expression.Binary(Operator.OR, is("a", 1), is("a", 2))
                    : new Expression.Membership(new Expression.Name("a"), List.of(1, 2));
            SearchSpace space = SearchSpace.of(
                    Choice.of("a", 1, 2, 3),
                    Choice.of("b", "x", "y"),
                    Choice.of("idle", 1, 2).when(before));
            History history = Histories.grid(space, Goal.minimize("loss"), p -> {
                boolean silent = p.text("b").equals("x");
                return Histories.predicted(1, silent ? List.of(p.whole("a")) : p);
            });
            assertThat(said(space, history))
                    .singleElement()
                    .asString()
                    .startsWith("2 points repeat others: idle has no effect when b = x. Maybe  idle in {1, 2} if ")
                    .endsWith((or ? "(a == 1 || a == 2)" : before.text()) + " && b == y  (8 points).");
        }
    }

    @Test
    void aParameterThatAConstraintSpeaksOfIsNotLeftOut() {
        SearchSpace free = SearchSpace.of(Whole.between("a", 1, 2), Whole.between("idle", 1, 2));
        SearchSpace bound = new SearchSpace(
                free.parameters(),
                List.of(new Expression.Binary(Operator.LESS, new Expression.Name("idle"), new Expression.Literal(9))));
        for (SearchSpace space : List.of(free, bound)) {
            History history = Histories.grid(space, Goal.minimize("loss"), p -> Histories.predicted(1, p.whole("a")));
            assertThat(said(space, history))
                    .containsExactly("2 points repeat others: idle has no effect."
                            + (space.equals(free) ? " Maybe leave it out (2 points)." : ""));
        }
    }

    @Test
    void ofSeveralConditionsTheOneThatExplainsMostIsSaid() {
        SearchSpace space =
                SearchSpace.of(Choice.of("a", "p", "q"), Choice.of("b", "x", "y", "z"), Choice.of("idle", 1, 2));
        History history = Histories.grid(space, Goal.minimize("loss"), p -> {
            boolean silent = p.text("a").equals("p") || p.text("b").equals("x");
            return Histories.predicted(1, silent ? List.of(p.text("a"), p.text("b")) : p);
        });
        assertThat(said(space, history))
                .containsExactly("3 points repeat others: idle has no effect when a = p. "
                        + "Maybe  idle in {1, 2} if a == q  (9 points).");
    }

    @Test
    void ofConditionsThatExplainAsMuchTheFirstOfTheSpaceIsSaid() {
        SearchSpace space = SearchSpace.of(Choice.of("a", "p", "q"), Choice.of("b", "x", "y"), Choice.of("idle", 1, 2));
        History history = Histories.grid(space, Goal.minimize("loss"), p -> {
            boolean silent = p.text("a").equals("p") || p.text("b").equals("x");
            return Histories.predicted(1, silent ? List.of(p.text("a"), p.text("b")) : p);
        });
        assertThat(said(space, history))
                .containsExactly("2 points repeat others: idle has no effect when a = p. "
                        + "Maybe  idle in {1, 2} if a == q  (6 points).");
    }

    @Test
    void aLongListOfValuesIsNotWrittenOut() {
        Object[] many =
                Stream.iterate("a_rather_long_word", w -> w + "s").limit(4).toArray();
        SearchSpace space = SearchSpace.of(Choice.of("on", "yes", "no"), Choice.of("idle", many));
        History history = Histories.grid(
                space,
                Goal.minimize("loss"),
                p -> Histories.predicted(1, p.text("on").equals("no") ? "same" : p));
        assertThat(said(space, history))
                .containsExactly("3 points repeat others: idle has no effect when on = no. "
                        + "Maybe  idle in {…} if on == yes  (5 points).");
    }

    private static Curve curve(int... values) {
        return Curve.of(
                Whole.between("n", 1, 99),
                IntStream.of(values).mapToObj(n -> Point.of(Map.of("n", n))).toList());
    }

    @Test
    void aCurveHasAKnotMoreForEachTwelveTrialsAndEqualValuesTheirMiddleRank() {
        assertThat(curve(9, 9, 1, 2, 3, 5, 6, 8).at())
                .containsExactly(1.75, 1.75, 0.125, 0.375, 0.625, 0.875, 1.125, 1.375);
        assertThat(IntStream.of(8, 23, 24, 36, 48, 90)
                        .map(n -> curve(IntStream.rangeClosed(1, n).toArray()).knots()))
                .containsExactly(3, 3, 4, 5, 6, 6);
        assertThat(curve(4, 7, 4, 9).at()).as("few values stand for themselves").containsExactly(0, 1, 0, 2);
    }
}
