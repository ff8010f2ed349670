package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static History history(Goal goal, double... scores) {
        History history = History.empty(goal);
        for (double score : scores) {
            Proposal proposal = Proposal.of(Point.of(Map.of("x", history.size())), "test");
            history = history.plus(new Trial.Running(history.size() + 1, 1, proposal, List.of(), Instant.EPOCH)
                    .complete(Score.of(score), Duration.ZERO));
        }
        return history;
    }

    @Test
    void theNumberOfTrialsEndsARun() {
        assertThat(Budget.trials(2).reached(history(Goal.maximize("score"), 1))).isEmpty();
        assertThat(Budget.trials(2).reached(history(Goal.maximize("score"), 1, 1)))
                .contains(Ending.TRIALS);
    }

    @Test
    void aScoreThatIsGoodEnoughEndsARunInEitherDirection() {
        Budget budget = new Budget(Budget.ALL, null, 0.5, Budget.ALL);
        assertThat(budget.reached(history(Goal.maximize("score"), 0.4))).isEmpty();
        assertThat(budget.reached(history(Goal.maximize("score"), 0.4, 0.5))).contains(Ending.UNTIL);
        assertThat(budget.reached(history(Goal.minimize("score"), 0.6))).isEmpty();
        assertThat(budget.reached(history(Goal.minimize("score"), 0.6, 0.4))).contains(Ending.UNTIL);
    }

    @Test
    void patienceCountsTrialsSinceTheBest() {
        Budget budget = new Budget(Budget.ALL, null, null, 2);
        assertThat(budget.reached(history(Goal.maximize("score"), 1, 2, 2))).isEmpty();
        assertThat(budget.reached(history(Goal.maximize("score"), 1, 2, 2, 1))).contains(Ending.PATIENCE);
    }

    @Test
    void fiveFailuresAtTheStartEndARun() {
        double nan = Double.NaN;
        assertThat(Budget.unlimited().reached(history(Goal.maximize("score"), nan, nan, nan, nan)))
                .isEmpty();
        assertThat(Budget.unlimited().reached(history(Goal.maximize("score"), nan, nan, nan, nan, nan)))
                .contains(Ending.FAILING);
        assertThat(Budget.unlimited().reached(history(Goal.maximize("score"), nan, 1, nan, nan, nan, nan)))
                .isEmpty();
    }

    @Test
    void whatOneTrialDecidedIsSaidBeforeTheNumberOfTrials() {
        double nan = Double.NaN;
        Budget five = Budget.trials(5);
        assertThat(five.reached(history(Goal.maximize("score"), nan, nan, nan, nan, nan)))
                .contains(Ending.FAILING);
        assertThat(five.withUntil(3.0).reached(history(Goal.maximize("score"), 1, nan, 1, 2, 3)))
                .contains(Ending.UNTIL);
        assertThat(five.withPatience(4).reached(history(Goal.maximize("score"), 1, nan, 1, 1, 1)))
                .contains(Ending.TRIALS);
    }

    @Test
    void failuresBeforeARunThatGoesOnCountNoMore() {
        double nan = Double.NaN;
        History before = history(Goal.maximize("score"), nan, nan, nan);
        History four = history(Goal.maximize("score"), nan, nan, nan, nan, nan, nan, nan);
        History five = history(Goal.maximize("score"), nan, nan, nan, nan, nan, nan, nan, nan);
        assertThat(Budget.unlimited().reached(four, before, Proposal.ALL)).isEmpty();
        assertThat(Budget.unlimited().reached(five, before, Proposal.ALL)).contains(Ending.FAILING);
    }

    @Test
    void theFirstFailureEndsARunIfItIsTo() {
        Budget stop = new Budget(2, null, null, Budget.ALL, Budget.OnError.STOP);
        assertThat(stop.reached(history(Goal.maximize("score"), 1))).isEmpty();
        assertThat(stop.reached(history(Goal.maximize("score"), 1, Double.NaN))).contains(Ending.FAILED);
        assertThat(Ending.FAILED.decided()).isTrue();
        assertThat(Ending.TRIALS.decided()).isFalse();
    }

    @Test
    void noFailureEndsARunThatIgnoresThem() {
        double nan = Double.NaN;
        Budget ignore = new Budget(Budget.ALL, null, null, Budget.ALL, Budget.OnError.IGNORE);
        assertThat(ignore.reached(history(Goal.maximize("score"), nan, nan, nan, nan, nan, nan)))
                .isEmpty();
    }

    @Test
    void rejectsWhatIsNotPositive() {
        assertThatThrownBy(() -> Budget.trials(0)).hasMessage("Trials (0) must be at least 1.");
        assertThatThrownBy(() -> Budget.unlimited().withPatience(0)).hasMessage("Patience (0) must be at least 1.");
        assertThatThrownBy(() -> new Budget(1, Duration.ZERO, null, 1)).hasMessageContaining("Time (PT0S)");
        assertThatThrownBy(() -> new Budget(1, null, Double.NaN, 1)).hasMessageContaining("Until (NaN)");
    }
}
