package dev.fettle.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private static final double NAN = Double.NaN;

    private static Convergence of(Goal goal, double... scores) {
        return Convergence.of(Histories.grid(
                SearchSpace.of(Whole.between("x", 1, scores.length)),
                goal,
                p -> Double.isNaN(scores[p.whole("x") - 1]) ? null : Score.of(scores[p.whole("x") - 1])));
    }

    @Test
    void theBestSoFarNeverGetsWorse() {
        assertThat(of(Goal.minimize("score"), 3, 4, 2, 5, 1).steps())
                .extracting(Convergence.Step::best)
                .containsExactly(3.0, 3.0, 2.0, 2.0, 1.0);
    }

    @Test
    void untilATrialIsScoredThereIsNoBest() {
        Convergence convergence = of(Goal.maximize("score"), NAN, 2, NAN, 3);
        assertThat(convergence.steps()).extracting(Convergence.Step::best).containsExactly(NAN, 2.0, 2.0, 3.0);
        assertThat(convergence.improvements())
                .extracting(Convergence.Step::number)
                .containsExactly(2, 4);
        assertThat(convergence.best()).hasValue(3);
    }

    @Test
    void equalScoresAreNoImprovement() {
        assertThat(of(Goal.maximize("score"), 2, 2, 2).improvements()).hasSize(1);
    }

    @Test
    void anEmptyHistoryHasNoSteps() {
        Convergence convergence = Convergence.of(History.empty(Goal.maximize("score")));
        assertThat(convergence.steps()).isEmpty();
        assertThat(convergence.best()).isEmpty();
        assertThat(convergence.improvements()).isEmpty();
    }

    @Test
    void aSampleIsBoundedAndKnowsTheBestOfAll() {
        SearchSpace space = SearchSpace.of(dev.fettle.space.Real.uniform("x", 0, 1));
        History history = Histories.random(
                space,
                Goal.minimize("score"),
                5000,
                1,
                p -> p.real("x") > 0.9 ? null : dev.fettle.trial.Score.of(p.real("x")));
        Convergence all = Convergence.of(history);
        Convergence sample = Convergence.sample(history, 100);
        assertThat(sample.trials()).isEqualTo(5000);
        assertThat(sample.steps()).hasSizeBetween(50, 201).isSubsetOf(all.steps());
        assertThat(sample.improvements()).isEqualTo(all.improvements());
        assertThat(sample.steps().get(sample.steps().size() - 1))
                .isEqualTo(all.steps().get(4999));
        assertThat(Convergence.sample(history, 5000)).isEqualTo(all);
        assertThat(Convergence.sample(History.empty(Goal.minimize("score")), 9).steps())
                .isEmpty();
    }

    @Test
    void aRunThatImprovesWithEveryTrialIsSampledToo() {
        SearchSpace space = SearchSpace.of(dev.fettle.space.Whole.between("x", 1, 3000));
        History history = Histories.grid(space, Goal.maximize("score"), p -> dev.fettle.trial.Score.of(p.whole("x")));
        assertThat(Convergence.sample(history, 100).steps()).hasSizeLessThanOrEqualTo(201);
    }

    @Test
    void aPrunedTrialStandsAtItsLastReport() {
        Trial.Running trial = Histories.running(1, Point.of(Map.of("x", 1)))
                .report(new Report(1, 0.2))
                .report(new Report(2, 0.7));
        Trial.Running lost = Histories.running(2, Point.of(Map.of("x", 2)))
                .report(new Report(1, 0.2))
                .report(new Report(2, NAN));
        History history = History.empty(Goal.maximize("score"))
                .plus(trial.prune("slow", Duration.ZERO))
                .plus(lost.prune("slow", Duration.ZERO));
        assertThat(Convergence.of(history).steps())
                .extracting(Convergence.Step::pruned)
                .containsExactly(0.7, NAN);
    }

    @Test
    void aSampleHasEverySecondPowerTheLatestImprovementsAndTheLastTrial() {
        Convergence all = of(Goal.minimize("score"), 9, 8, 7, 6, 5, 5, 5, 5, 5, 5);
        History history = Histories.grid(
                SearchSpace.of(Whole.between("x", 1, 10)),
                Goal.minimize("score"),
                p -> Score.of(Math.max(5, 10 - p.whole("x"))));
        Convergence sample = Convergence.sample(history, 3);
        assertThat(sample.steps()).extracting(Convergence.Step::number).containsExactly(1, 3, 4, 5, 9, 10);
        assertThat(sample.steps()).extracting(Convergence.Step::best).containsExactly(9.0, 7.0, 6.0, 5.0, 5.0, 5.0);
        assertThat(sample.trials()).isEqualTo(10);
        assertThat(sample.steps()).isSubsetOf(all.steps());
        assertThat(Convergence.sample(history, 10)).as("as many as it may have").isEqualTo(all);
        assertThat(Convergence.sample(history, 1).steps())
                .extracting(Convergence.Step::number)
                .containsExactly(1, 5, 10);
    }

    @Test
    void everyTrialHasAStepAndOnlyItsOwnKindOfScore() {
        Trial.Running asked = Histories.running(2, Point.of(Map.of("x", 2)));
        History history = Histories.grid(
                        SearchSpace.of(Whole.between("x", 1, 1)), Goal.maximize("score"), p -> Score.of(0.5))
                .plus(asked.report(new Report(1, 0.9)).prune("slow", Duration.ZERO))
                .plus(Histories.running(3, Point.of(Map.of("x", 3))).prune("slow", Duration.ZERO))
                .plus(Histories.running(4, Point.of(Map.of("x", 4)))
                        .report(new Report(1, 0.8))
                        .fail(dev.fettle.trial.Failure.thrown("E", "m"), Duration.ZERO));
        history = Histories.repeating(history, 1);
        Convergence convergence = Convergence.of(history);
        assertThat(convergence.steps())
                .extracting(Convergence.Step::number, Convergence.Step::score, Convergence.Step::pruned, s -> s.best())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 0.5, NAN, 0.5),
                        org.assertj.core.groups.Tuple.tuple(2, NAN, 0.9, 0.5),
                        org.assertj.core.groups.Tuple.tuple(3, NAN, NAN, 0.5),
                        org.assertj.core.groups.Tuple.tuple(4, NAN, NAN, 0.5),
                        org.assertj.core.groups.Tuple.tuple(5, 0.5, NAN, 0.5));
        assertThat(convergence.goal()).isEqualTo(Goal.maximize("score"));
    }

    @Test
    void aScoreWithMoreResourceIsTheBestEvenIfItIsWorse() {
        History history = History.empty(Goal.maximize("score"));
        int[] resources = {1, 9, 1, 9};
        double[] scores = {0.9, 0.5, 0.95, 0.6};
        for (int i = 0; i < 4; i++) {
            Proposal proposal = new Proposal(Point.of(Map.of("x", i)), resources[i], null, "rung");
            history = history.plus(new Trial.Running(i + 1, 1, proposal, List.of(), Instant.EPOCH)
                    .complete(Score.of(scores[i]), Duration.ZERO));
        }
        Convergence convergence = Convergence.of(history);
        assertThat(convergence.steps()).extracting(Convergence.Step::best).containsExactly(0.9, 0.5, 0.5, 0.6);
        assertThat(convergence.improvements())
                .extracting(Convergence.Step::number)
                .containsExactly(1, 2, 4);
        assertThat(convergence.best()).hasValue(0.6);
        assertThat(Convergence.sample(history, 9)).isEqualTo(convergence);
    }
}
