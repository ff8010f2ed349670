package dev.fettle.report.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.report.summary.Histories;
import dev.fettle.run.Tuning;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {
    private static List<String> grid(String lines, ToDoubleFunction<Point> loss) {
        return scored(lines, p -> Score.of(loss.applyAsDouble(p)));
    }

    private static List<String> scored(String lines, Function<Point, Score> loss) {
        SearchSpace space = SpaceText.parse(lines);
        History history = Tuning.of(Goal.minimize("loss"), space, (point, probe) -> loss.apply(point))
                .sampler(new GridSampler())
                .trials(Budget.ALL)
                .run();
        return sentences(history, space);
    }

    private static List<String> sentences(History history, SearchSpace space) {
        return Edge.of(history, space, Legal.UNKNOWN).stream()
                .map(Edge::sentence)
                .toList();
    }

    private static List<String> random(String lines, int trials, long seed, ToDoubleFunction<Point> loss) {
        SearchSpace space = SpaceText.parse(lines);
        return sentences(
                Histories.random(space, Goal.minimize("loss"), trials, seed, p -> Score.of(loss.applyAsDouble(p))),
                space);
    }

    @Test
    void theLastValueOfAGridIsToldWithMoreOfThem() {
        assertThat(grid("alpha in log(1e-5, 1, 6)\nkind in {a, b}", p -> -Math.log(p.real("alpha"))))
                .containsExactly(
                        "Best at the edge of alpha (1.0); maybe widen it to  alpha in log(1e-05, 100.0, 8)  and run again.");
        assertThat(grid("alpha in log(1e-5, 1, 6) default 0.1", p -> p.real("alpha")))
                .containsExactly("Best at the edge of alpha (1e-05); maybe widen it to"
                        + "  alpha in log(1e-07, 1.0, 8) default 0.1  and run again.");
    }

    @Test
    void whatIsBestInsideOrAsGoodThereIsNoEdge() {
        assertThat(grid("n in {1, 2, 3, 4}", p -> Math.abs(p.whole("n") - 3))).isEmpty();
        assertThat(grid("n in {10, 20, 30, 40}", p -> p.whole("n") > 20 ? 0 : 1))
                .isEmpty();
        assertThat(grid("n in {10, 20}", p -> -p.whole("n"))).as("one of two").isEmpty();
        assertThat(grid("size in {small < medium < large}", p -> p.text("size").length()))
                .as("words")
                .isEmpty();
    }

    @Test
    void whatTheErrorDoesNotTellApartIsSaid() {
        double[] means = {0.3, 0.2, 0.11, 0.1};
        assertThat(scored("n in {10, 20, 30, 40}", p -> Score.of(means[p.whole("n") / 10 - 1])
                        .withFolds(List.of(means[p.whole("n") / 10 - 1] - 0.05, means[p.whole("n") / 10 - 1] + 0.05))))
                .containsExactly(
                        "Best at the edge of n (40); maybe widen it to  n in {10, 20, 30, 40, 50, 60}  and run again."
                                + " One standard error does not tell it from 30.");
    }

    /** Wider ranges of all kinds, for the best at the lower and at the upper end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "x ~ logUniform(1e-5, 0.1)           | x ~ logUniform(1e-6, 0.1)  | x ~ logUniform(1e-5, 1.0)",
                "x ~ uniform(-2, 3)                  | x ~ uniform(-7.0, 3.0)     | x ~ uniform(-2.0, 8.0)",
                "x ~ uniform(0, 0.5)                 | -                          | x ~ uniform(0.0, 1.0)",
                "x ~ uniform(0.5, 0.99) default 0.9  | x ~ uniform(0.05, 0.99) default 0.9 | x ~ uniform(0.5, 0.999) default 0.9",
                "x ~ uniform(0, 1)                   | -                          | x ~ uniform(0.0, 2.0)",
                "x ~ uniform(0, 1, step 0.01)        | -                          | x ~ uniform(0.0, 2.0, step 0.01)",
                "x ~ uniform(0.3, 4, step 0.1)       | x ~ uniform(0.1, 4.0, step 0.1) | x ~ uniform(0.3, 7.7, step 0.1)",
                "x ~ int(1, 100)                     | -                          | x ~ int(1, 199)",
                "x ~ int(0, 100)                     | -                          | x ~ int(0, 200)",
                "x ~ int(16, 1024, step 16)          | -                          | x ~ int(16, 2032, step 16)",
                "x ~ int(20, 100)                    | x ~ int(1, 100)            | x ~ int(20, 180)",
                "x ~ logInt(1, 1000)                 | -                          | x ~ logInt(1, 10000)",
                "x ~ logInt(16, 1024)                | x ~ logInt(1, 1024)        | x ~ logInt(16, 10240)",
                "x ~ normal(0, 1)                    | -                          | -",
                "x in {0.1, 0.2, 0.3}                | x in {0.025, 0.05, 0.1, 0.2, 0.3} | x in {0.1, 0.2, 0.3, 0.4, 0.5}",
                "x in {0.1, 0.01, 0.001}             | x in {0.1, 0.01, 0.001, 0.0001, 1e-05} | x in {10.0, 1.0, 0.1, 0.01, 0.001}",
                "x in {8, 16, 32, 64}                | x in {2, 4, 8, 16, 32, 64} | x in {8, 16, 32, 64, 128, 256}",
                "x in {1, 3, 5, 7}                   | -                          | x in {1, 3, 5, 7, 9, 11}",
                "x in {0, 1, 2}                      | -                          | x in {0, 1, 2, 3, 4}",
                "x in {-2, 0, 2}                     | x in {-6, -4, -2, 0, 2}    | x in {-2, 0, 2, 4, 6}",
                "x in lin(0, 1, 6)                   | -                          | x in lin(0.0, 1.4, 8)",
                "x in {3, 2, 1}                      | -                          | x in {5, 4, 3, 2, 1}"
            })
    void aWiderRangeKeepsItsLaw(String line, String lower, String higher) {
        SearchSpace space = SpaceText.parse(line);
        var x = space.scalars().get(0);
        for (boolean high : new boolean[] {false, true}) {
            var wider = Wider.line(space.parameters().get(0), x, high, Legal.UNKNOWN);
            assertThat(wider.orElse(null)).isEqualTo(high ? higher : lower);
            wider.ifPresent(SpaceText::parse);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x ~ logInt(1, 9e11)", "x ~ uniform(-1e308, 7e307)", "x ~ int(1, 2147483647)"})
    void noRangeIsWiderThanNumbersAre(String line) {
        SearchSpace space = SpaceText.parse(line);
        assertThat(Wider.line(space.parameters().get(0), space.scalars().get(0), true, Legal.UNKNOWN))
                .isEmpty();
    }

    @Test
    void noMoreIsProposedThanAModelTakes() {
        SearchSpace space = SpaceText.parse("momentum ~ uniform(0.5, 0.99)\nshare ~ uniform(0.1, 1)");
        Legal legal = (name, value) -> name.equals("momentum") ? (double) value <= 1 : (double) value <= 1.0;
        var momentum = space.parameters().get(0);
        var share = space.parameters().get(1);
        assertThat(Wider.line(momentum, space.scalars().get(0), true, legal))
                .contains("momentum ~ uniform(0.5, 0.999)");
        assertThat(Wider.line(share, space.scalars().get(1), true, legal)).isEmpty();
        assertThat(Wider.line(momentum, space.scalars().get(0), true, (name, value) -> true))
                .contains("momentum ~ uniform(0.5, 1.48)");
    }

    @Test
    void aRandomSearchNeedsMoreThanALuckyWinner() {
        assertThat(random("x ~ uniform(-3, 3)\ny ~ uniform(0, 1)", 60, 1, p -> -p.real("x") + p.real("y")))
                .singleElement()
                .asString()
                .startsWith("Best near the edge of x (2.9")
                .endsWith("maybe widen it to  x ~ uniform(-3.0, 9.0)  and run again.");
        assertThat(random("x ~ uniform(-3, 3)\ny ~ uniform(0, 1)", 60, 1, p -> p.real("x") * p.real("x")))
                .isEmpty();
        assertThat(random("w[2] ~ uniform(-1, 1)", 100, 1, p -> -p.real("w[1]")))
                .singleElement()
                .asString()
                .contains("edge of w[1] (", "w[2] ~ uniform(-1.0, 3.0)");
    }

    /** Sixty points, ten of them next to the end, as methods that learn crowd there; the best is not the outermost. */
    @ParameterizedTest
    @CsvSource({"0.005, 1", "0.2, 0"})
    void whatLiesBeyondABestThatIsAsGoodAsAtTheEndHidesNothing(double apart, int told) {
        SearchSpace space = SpaceText.parse("a ~ uniform(0, 10)");
        List<Point> points = IntStream.range(0, 60)
                .mapToObj(i -> Point.of(Map.of("a", i < 50 ? i * 0.15 : 10 - (i - 50) * apart)))
                .toList();
        History history = Histories.of(
                Goal.maximize("gain"), points, p -> Score.of(-1 * Math.abs(p.real("a") - (10 - 5 * apart))));
        assertThat(Edge.of(history, space, Legal.UNKNOWN)).hasSize(told);
    }

    /** At most one of twenty studies may be told so by chance: of 200 more than 18 would come with probability 0.01. */
    @Test
    void ofScoresThatAreChanceAloneOneOfTwentyIsToldAtMost() {
        RandomGenerator random = new Seed(3).random();
        String lines = "a ~ uniform(0, 5)\nb ~ logUniform(0.01, 7)\nc ~ int(5, 100)\nd in {10, 20, 30, 40}";
        long told = IntStream.range(0, 200)
                .filter(i -> !random(lines, 60, i, p -> random.nextGaussian()).isEmpty())
                .count();
        assertThat(told).isLessThanOrEqualTo(18);
    }

    /** Where one parameter decides alone. */
    @Test
    void aRealEdgeIsMostlyFound() {
        long alone = IntStream.range(0, 100)
                .filter(i ->
                        !random("a ~ uniform(-5, 5)", 40, i, p -> p.real("a")).isEmpty())
                .count();
        assertThat(alone).isGreaterThanOrEqualTo(95);
    }

    @Test
    void severalGoalsAndNoScoresHaveNoEdge() {
        SearchSpace space = SpaceText.parse("a in {1, 2, 3}");
        assertThat(sentences(Histories.grid(space, Goal.minimize("loss"), p -> null), space))
                .isEmpty();
    }
}
