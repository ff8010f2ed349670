package dev.fettle.report.view.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParallelTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Real.logUniform("alpha", 1e-6, 1),
            Choice.of("solver", "sgd", "adam", "lbfgs"),
            Real.uniform("momentum", 0, 1)
                    .when(new Expression.Binary(
                            Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"))));

    private static final List<Point> POINTS = List.of(
            Point.of(Map.of("alpha", 1e-4, "solver", "adam")),
            Point.of(Map.of("alpha", 1e-3, "solver", "sgd", "momentum", 0.9)),
            Point.of(Map.of("alpha", 1e-2, "solver", "adam")),
            Point.of(Map.of("alpha", 1e-3, "solver", "adam")));

    private static Parallel of(Goal goal, double... scores) {
        int[] told = {0};
        return Parallel.of(Histories.of(goal, POINTS, p -> Score.of(scores[told[0]++])), SPACE.scalars());
    }

    @Test
    void anAxisRunsOverWhatWasTriedByTheLawOfTheParameter() {
        Parallel parallel = of(Goal.minimize("loss"), 3, 1, 2, 2);
        assertThat(parallel.axes())
                .containsExactly(
                        new Parallel.Axis(
                                "alpha", List.of(new Parallel.Mark(0, "0.0001"), new Parallel.Mark(1, "0.01"))),
                        new Parallel.Axis("solver", List.of(new Parallel.Mark(0, "sgd"), new Parallel.Mark(1, "adam"))),
                        new Parallel.Axis("momentum", List.of(new Parallel.Mark(0.5, "0.9"))));
        assertThat(parallel.lines().get(0).places().get(0)).isBetween(0.499, 0.501);
    }

    @Test
    void theBestLineIsFirstAndQualityFallsByRankWithEqualScoresAlike() {
        Parallel parallel = of(Goal.minimize("loss"), 3, 1, 2, 2);
        assertThat(parallel.lines()).extracting(Parallel.Line::number).containsExactly(2, 3, 4, 1);
        assertThat(parallel.lines().get(1).quality())
                .isEqualTo(parallel.lines().get(2).quality());
        assertThat(parallel.lines())
                .extracting(Parallel.Line::quality)
                .startsWith(1.0)
                .endsWith(0.0);
        assertThat(of(Goal.maximize("gain"), 3, 1, 2, 2).lines())
                .extracting(Parallel.Line::number)
                .startsWith(1);
        assertThat(of(Goal.maximize("gain"), 5, 5, 5, 5).lines())
                .extracting(Parallel.Line::quality)
                .containsOnly(1.0);
    }

    @Test
    void anInactiveParameterHasNoPlace() {
        Parallel parallel = of(Goal.minimize("loss"), 3, 1, 2, 2);
        assertThat(parallel.lines())
                .extracting(l -> l.places().get(2).isNaN())
                .containsExactly(false, true, true, true);
    }
}
