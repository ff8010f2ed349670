package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several goals at once, and views of what was known before. */
class FrontTest {
    private static final List<Goal> GOALS = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));

    private static Trial.Running running(int number) {
        Proposal proposal = Proposal.of(Point.of(Map.of("x", number)), "test");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH);
    }

    private static History history(double[]... values) {
        History history = History.empty(GOALS);
        for (double[] v : values) {
            history = history.plus(running(history.size() + 1).complete(Score.of(v[0], v[1]), Duration.ZERO));
        }
        return history;
    }

    private static List<Integer> front(History history) {
        return history.front().stream().map(Trial::number).toList();
    }

    @Test
    void theFrontHoldsWhatNothingBeats() {
        assertThat(front(history(new double[][] {{0.9, 5}, {0.8, 9}, {0.7, 1}, {0.9, 4}, {0.95, 9}, {0.6, 1}})))
                .containsExactly(3, 4, 5);
    }

    @Test
    void equalsShareTheFront() {
        assertThat(front(history(new double[][] {{0.9, 5}, {0.9, 5}, {0.9, 6}})))
                .containsExactly(1, 2);
    }

    @Test
    void theBestIsThatOfTheFirstGoal() {
        assertThat(history(new double[][] {{0.9, 5}, {0.95, 50}, {0.95, 1}})
                        .best()
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void aScoreHasAValueForEachGoal() {
        assertThatThrownBy(() -> History.empty(GOALS).plus(running(1).complete(Score.of(1), Duration.ZERO)))
                .hasMessageContaining("Score of trial 1 ([1.0]) must have a value for each goal: accuracy, seconds.");
    }

    @Test
    void aTrialOneOfWhoseValuesIsNoNumberHasFailed() {
        assertThat(running(1).complete(Score.of(1, Double.NaN), Duration.ZERO)).isInstanceOf(Trial.Failed.class);
    }

    @Test
    void whatWasKnownBeforeIsTheHistoryOfThen() {
        History then = history(new double[][] {{0.5, 1}, {0.9, 1}});
        History now = then.plus(running(3).fail(Failure.thrown("E", ""), Duration.ZERO))
                .plus(running(4).prune("hopeless", Duration.ZERO))
                .plus(running(5).complete(Score.of(0.99, 1), Duration.ZERO));
        History first = now.first(2);
        assertThat(first.trials()).isEqualTo(then.trials());
        assertThat(first.best()).isEqualTo(then.best());
        assertThat(first.completedCount()).isEqualTo(2);
        assertThat(now.first(4).failedCount()).isEqualTo(1);
        assertThat(now.first(4).prunedCount()).isEqualTo(1);
        assertThat(now.first(0).best()).isEmpty();
        assertThatThrownBy(() -> now.first(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aShorterViewGrowsAlongTheSameTrials() {
        History now = history(new double[][] {{0.5, 1}, {0.9, 1}, {0.7, 1}});
        History behind =
                now.first(1).plus(now.trials().get(1)).plus(now.trials().get(2));
        assertThat(behind.trials()).isEqualTo(now.trials());
        assertThat(behind.best()).isEqualTo(now.best());
    }

    @Test
    void aShorterViewMayGrowAnotherWay() {
        History now = history(new double[][] {{0.5, 1}, {0.9, 1}, {0.7, 1}});
        Trial.Finished other = running(9).complete(Score.of(0.8, 1), Duration.ZERO);
        assertThat(now.first(1).plus(other).trials())
                .containsExactly(now.trials().get(0), other);
        assertThat(now.trials()).extracting(Trial::number).containsExactly(1, 2, 3);
        assertThat(now.goals()).isEqualTo(GOALS);
    }
}
