package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.trial.Failure;
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

class SavingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static Trial.Running trial(int number, String point, int resource) {
        Proposal proposal = new Proposal(Point.of(Map.of("p", point)), resource, null, "rung");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    private static Trial.Running steps(int number, int steps) {
        Trial.Running trial = trial(number, "p" + number, Proposal.ALL);
        for (int s = 1; s <= steps; s++) {
            trial = trial.report(new Report(s, 0.5));
        }
        return trial;
    }

    private static History of(Trial.Finished... trials) {
        History history = History.empty(Goal.maximize("score"));
        for (Trial.Finished trial : trials) {
            history = history.plus(trial);
        }
        return history;
    }

    private static final History RUNGS = of(
            trial(1, "a", 1).complete(Score.of(0.5), SECOND),
            trial(2, "b", 1).complete(Score.of(0.7), SECOND),
            trial(3, "c", 1).fail(Failure.thrown("E", ""), SECOND),
            trial(4, "b", 9).complete(Score.of(0.8), SECOND.multipliedBy(9)));

    @Test
    void pointsWithLittleOfAResourceSaveTheRestOfIt() {
        assertThat(Savings.of(RUNGS, 0)).isEqualTo(new Savings(2, 0, 11, 18, 7));
        assertThat(Savings.of(RUNGS, 0).sentence("trees", 5))
                .contains("2 points: 11 trees in all instead of 2 × 9 = 18, which saved 39 %, as much as 4 full fits,"
                        + " about 7.0 s.");
    }

    @Test
    void whatATrainingGoesOnWithIsSpentOnce() {
        assertThat(Savings.of(RUNGS, 1)).isEqualTo(new Savings(2, 0, 10, 18, 8.0));
    }

    @Test
    void trialsThatWereGivenUpSaveTheirLastSteps() {
        History pruned =
                of(steps(1, 5).complete(Score.of(0.5), SECOND), steps(2, 1).prune("slow", SECOND));
        assertThat(Savings.of(pruned, 0).sentence("folds", 5))
                .contains("1 of 2 trials were given up: 6 folds in all instead of 2 × 5 = 10, which saved 40 %, as much"
                        + " as 4 full fits, about 4.0 s.");
        assertThat(Savings.of(pruned, 0).sentence("steps", 0))
                .hasValueSatisfying(words -> assertThat(words).contains(", as much as 1 full trial, "));
    }

    @Test
    void whoGivesAllToEachTrialSavesNothing() {
        assertThat(Savings.of(of(steps(1, 3).complete(Score.of(1), SECOND)), 0).sentence("steps", 0))
                .isEmpty();
        assertThat(Savings.of(of(steps(1, 0).complete(Score.of(1), SECOND)), 0).sentence("steps", 0))
                .isEmpty();
        assertThat(Savings.of(of(), 0).sentence("steps", 0)).isEmpty();
    }
}
