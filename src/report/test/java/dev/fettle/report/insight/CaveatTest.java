package dev.fettle.report.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaveatTest {
    private static final SearchSpace DEPTH = SearchSpace.of(Whole.between("depth", 1, 5));

    private static Score folds(double... folds) {
        double sum = 0;
        for (double f : folds) {
            sum += f;
        }
        List<Double> list = Arrays.stream(folds).boxed().toList();
        return Score.of(sum / folds.length).withFolds(list);
    }

    private static List<String> said(History history, SearchSpace space, @Nullable ToDoubleFunction<Point> complexity) {
        return Caveat.of(history, space, Background.NONE.withComplexity(complexity))
                .sentences();
    }

    @Test
    void saysWhatTheSpecificationSays() {
        assertThat(said(Histories.iris72(), Histories.iris(), p -> p.wholes("hidden_layer_sizes")[0]))
                .startsWith(
                        "8 points share this score and 16 lie within one standard error; the data cannot tell "
                                + "any of the 71 others from the best (corrected t-test, 5 %). Simplest of the 16: trial 7, hidden_layer_sizes (50).");
    }

    @Test
    void theRuleIsOneStandardErrorOfTheWinner() {
        double[] means = {0.70, 0.79, 0.801, 0.9, 0.85};
        History history = Histories.grid(DEPTH, Goal.maximize("score"), p -> {
            double m = means[p.whole("depth") - 1];
            return folds(m - 0.1, m + 0.1, m - 0.1, m + 0.1);
        });
        double error = history.best().orElseThrow().score().standardError();
        assertThat(error).isBetween(0.0577, 0.0578);
        assertThat(Caveat.of(history, DEPTH, Background.NONE).within()).isEqualTo(2);
        assertThat(said(history, DEPTH, p -> p.whole("depth")))
                .containsExactly(
                        "2 points lie within one standard error; fold by fold the best beats each of the others "
                                + "(corrected t-test, 5 %). Simplest of the 2: trial 4, depth 4.");
    }

    @Test
    void minimisingLooksTheOtherWay() {
        double[] means = {1.0, 1.05, 1.2, 2, 3};
        History history = Histories.grid(DEPTH, Goal.minimize("score"), p -> {
            double m = means[p.whole("depth") - 1];
            return folds(m - 0.1, m + 0.1, m - 0.1, m + 0.1);
        });
        assertThat(Caveat.of(history, DEPTH, Background.NONE).within()).isEqualTo(2);
    }

    @Test
    void meansOfTheSameFoldsInAnotherOrderAreTies() {
        double[][] folds = {{0.1, 0.2, 0.3}, {0.3, 0.2, 0.1}, {0.2, 0.3, 0.1}, {0.1, 0.1, 0.1}, {0, 0, 0}};
        History history = Histories.grid(DEPTH, Goal.maximize("score"), p -> folds(folds[p.whole("depth") - 1]));
        assertThat(history.completed().map(t -> t.score().value()).distinct()).hasSizeGreaterThan(3);
        assertThat(Caveat.of(history, DEPTH, Background.NONE).sharing()).isEqualTo(3);
    }

    @Test
    void withoutFoldsOnlyTiesAreCounted() {
        History history = Histories.grid(DEPTH, Goal.maximize("score"), p -> Score.of(p.whole("depth") > 2 ? 1 : 0));
        assertThat(said(history, DEPTH, p -> p.whole("depth"))).containsExactly("3 points share this score.");
    }

    @Test
    void aClearWinnerNeedsNoCaveat() {
        History history =
                Histories.grid(DEPTH, Goal.maximize("score"), p -> folds(p.whole("depth"), p.whole("depth") + 0.01));
        assertThat(said(history, DEPTH, p -> p.whole("depth"))).isEmpty();
    }

    @Test
    void repeatsOfAPointAreOnePoint() {
        History history = Histories.grid(DEPTH, Goal.maximize("score"), p -> Score.of(p.whole("depth")));
        var best = history.best().orElseThrow();
        History again = history.plus(new dev.fettle.trial.Trial.Completed(
                6, 1, best.proposal(), List.of(), best.started(), best.took(), best.score(), best.number()));
        assertThat(Caveat.of(again, DEPTH, Background.NONE).sharing()).isEqualTo(1);
    }

    @Test
    void unknownComplexityNamesNoSimplest() {
        assertThat(said(Histories.iris72(), Histories.iris(), p -> Double.NaN).get(0))
                .doesNotContain("Simplest");
    }

    @Test
    void theSimplestIsToldByAllThatDiffersWhereNoParameterDecides() {
        SearchSpace space = SearchSpace.of(Choice.of("kind", "a", "b"), Whole.between("n", 1, 2), Choice.of("same", 7));
        History history = Histories.grid(space, Goal.maximize("score"), p -> folds(1, 2, 3));
        assertThat(said(history, space, p -> p.whole("n") * (p.text("kind").equals("a") ? 10 : 1)))
                .containsExactly("4 points share this score; the data cannot tell any of the 3 others from the best "
                        + "(corrected t-test, 5 %). Simplest of the 4: trial 3, kind b, n 1.");
    }

    @Test
    void nothingScoredIsNoWinner() {
        assertThat(said(Histories.grid(DEPTH, Goal.maximize("score"), p -> null), DEPTH, null))
                .isEmpty();
    }
}
