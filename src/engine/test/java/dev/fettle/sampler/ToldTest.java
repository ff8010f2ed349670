package dev.fettle.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a search is asked, and what it hears. */
class ToldTest {
    private static final List<Goal> GOALS = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
    private static final Trial.Running RUNNING =
            new Trial.Running(1, 1, Proposal.of(Point.of(Map.of("x", 1)), "test"), List.of(), Instant.EPOCH);

    @Test
    void scoresAreLossesWithTheirErrors() {
        Score score =
                Score.of(0.75, 3).withFoldsByGoal(List.of(List.of(0.5, 1.0))).withGradient(List.of(2.0, -1.0));
        assertThat(Told.of(RUNNING.complete(score, Duration.ZERO), GOALS))
                .isInstanceOfSatisfying(Told.Scored.class, told -> {
                    assertThat(told.losses()).containsExactly(-0.75, 3);
                    assertThat(told.errors()).containsExactly(0.25, Double.NaN);
                    assertThat(told.gradient()).containsExactly(-2, 1);
                });
        assertThat(Told.of(RUNNING.complete(Score.of(1, 1), Duration.ZERO), GOALS))
                .isInstanceOfSatisfying(
                        Told.Scored.class, told -> assertThat(told.gradient()).isNull());
    }

    @Test
    void aPrunedTrialIsKnownByItsLastReport() {
        Trial.Running reported = RUNNING.report(new Report(1, 0.25)).report(new Report(2, 0.5));
        assertThat(Told.of(reported.prune("slow", Duration.ZERO), GOALS))
                .isInstanceOfSatisfying(
                        Told.Cut.class, told -> assertThat(told.losses()).containsExactly(-0.5));
        assertThat(Told.of(RUNNING.prune("slow", Duration.ZERO), GOALS))
                .isInstanceOfSatisfying(
                        Told.Cut.class, told -> assertThat(told.losses()).isEmpty());
    }

    @Test
    void aFailedTrialIsLost() {
        Trial.Failed failed = RUNNING.fail(Failure.thrown("E", ""), Duration.ZERO);
        assertThat(Told.of(failed, GOALS)).isEqualTo(new Told.Lost(failed));
    }

    @Test
    void aQuestionHasAGoal() {
        SearchSpace space = SearchSpace.of(Whole.between("x", 1, 2));
        assertThatThrownBy(() -> new Question(space, List.of(), OptionalInt.empty(), OptionalInt.empty()))
                .hasMessage("Goals () must be at least one.");
    }

    @Test
    void aPaceIsAtLeastOneStep() {
        assertThat(new Pace.Window(1).lag()).isEqualTo(1);
        assertThatThrownBy(() -> new Pace.Window(0)).hasMessage("Lag (0) must be at least 1.");
        assertThat(new Pace.Generation(1).size()).isEqualTo(1);
        assertThatThrownBy(() -> new Pace.Generation(0)).hasMessage("Size of a generation (0) must be at least 1.");
    }
}
