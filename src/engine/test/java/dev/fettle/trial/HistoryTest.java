package dev.fettle.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static Trial.Finished trial(int number, double score) {
        Proposal proposal = Proposal.of(Point.of(Map.of("x", number)), "test");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH)
                .complete(Score.of(score), Duration.ZERO);
    }

    @Test
    void ofEqualScoresTheLowestNumberIsBest() {
        History history = History.empty(Goal.maximize("score"))
                .plus(trial(1, 0.5))
                .plus(trial(2, 0.9))
                .plus(trial(3, 0.9));
        assertThat(history.best().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aScoreWithMoreResourceCountsForMore() {
        History history = History.empty(Goal.maximize("score"))
                .plus(with(1, 1, 0.9))
                .plus(with(2, 9, 0.5))
                .plus(with(3, 9, 0.7))
                .plus(with(4, 3, 0.8));
        assertThat(history.best().orElseThrow().number()).isEqualTo(3);
        assertThat(history.first(1).best().orElseThrow().number()).isEqualTo(1);
        assertThat(history.front()).extracting(Trial::number).containsExactly(3);
        assertThat(history.plus(with(5, Proposal.ALL, 0.1)).best().orElseThrow().number())
                .isEqualTo(5);
    }

    private static Trial.Finished with(int number, int resource, double score) {
        Proposal proposal = new Proposal(Point.of(Map.of("x", number)), resource, null, "test");
        return new Trial.Running(number, 1, proposal, List.of(), Instant.EPOCH)
                .complete(Score.of(score), Duration.ZERO);
    }

    @Test
    void aScoreThatIsNoNumberIsAFailure() {
        History history = History.empty(Goal.minimize("score"))
                .plus(trial(1, Double.NaN))
                .plus(trial(2, Double.NEGATIVE_INFINITY));
        assertThat(history.trials()).allMatch(Trial.Failed.class::isInstance);
        assertThat(history.best()).isEmpty();
    }

    @Test
    void twoBranchesOfOneHistoryDoNotSeeEachOther() {
        History root = History.empty(Goal.maximize("score")).plus(trial(1, 1));
        History left = root.plus(trial(2, 2));
        History right = root.plus(trial(3, 3));
        assertThat(root.trials()).hasSize(1);
        assertThat(left.trials()).extracting(Trial::number).containsExactly(1, 2);
        assertThat(right.trials()).extracting(Trial::number).containsExactly(1, 3);
        assertThat(right.trial(2)).isEmpty();
    }

    @Test
    void rejectsANumberOutOfOrder() {
        History history = History.empty(Goal.maximize("score")).plus(trial(2, 1));
        assertThatThrownBy(() -> history.plus(trial(2, 1))).hasMessage("Trial (2) must come behind trial 2.");
    }

    @Test
    void improvementsAreThoseThatBeatAllBefore() {
        History history = History.empty(Goal.minimize("score"));
        double[] scores = {3, 4, 2, 2, Double.NaN, 1};
        for (int i = 0; i < scores.length; i++) {
            history = history.plus(trial(i + 1, scores[i]));
        }
        assertThat(history.improvements()).extracting(Trial::number).containsExactly(1, 3, 6);
        assertThat(History.empty(Goal.minimize("score")).improvements()).isEmpty();
    }

    @Test
    void fullAreTheTrialsWithAsMuchResourceAsTheBest() {
        History history = History.empty(Goal.minimize("loss"))
                .plus(with(1, 3, 0.1))
                .plus(with(2, 9, 0.5))
                .plus(with(3, 3, 0.2))
                .plus(with(4, 9, 0.4));
        assertThat(history.full().trials()).extracting(Trial::number).containsExactly(2, 4);
        assertThat(history.full().best()).isEqualTo(history.best());
        History alike = history.full();
        assertThat(alike.full()).isSameAs(alike);
        assertThat(History.empty(Goal.minimize("loss")).full().size()).isZero();
    }
}
