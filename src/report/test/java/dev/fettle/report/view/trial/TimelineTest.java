package dev.fettle.report.view.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.report.summary.Histories;
import dev.fettle.space.Point;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** A trial for each pair: when it began and how long it ran, in seconds. */
    private static History history(double... times) {
        History history = History.empty(Goal.minimize("loss"));
        for (int i = 0; i < times.length / 2; i++) {
            Proposal proposal = Proposal.of(Point.of(Map.of("x", i)), "test");
            Instant start = NOON.plusMillis((long) (1000 * times[2 * i]));
            Trial.Running running = new Trial.Running(i + 1, 1, proposal, List.of(), start);
            history = history.plus(running.complete(Score.of(i), Duration.ofMillis((long) (1000 * times[2 * i + 1]))));
        }
        return history;
    }

    @Test
    void aTrialHasItsPlaceSinceTheFirstBegan() {
        Timeline timeline = Timeline.of(history(5, 2, 5.5, 4, 8, 1));
        assertThat(timeline.spans()).extracting(Timeline.Span::start).containsExactly(0.0, 0.5, 3.0);
        assertThat(timeline.spans()).extracting(Timeline.Span::seconds).containsExactly(2.0, 4.0, 1.0);
        assertThat(timeline.end()).isEqualTo(4.5);
        assertThat(timeline.cuts()).isEmpty();
    }

    @Test
    void aPauseLongerThanAllTrialsTogetherIsLeftOut() {
        Timeline timeline = Timeline.of(history(0, 2, 2, 2, 90_000, 1, 90_004, 1));
        assertThat(timeline.cuts()).containsExactly(4.0);
        assertThat(timeline.spans()).extracting(Timeline.Span::shown).containsExactly(0.0, 2.0, 4.0, 8.0);
        assertThat(timeline.spans()).extracting(Timeline.Span::start).containsExactly(0.0, 2.0, 90_000.0, 90_004.0);
    }

    @Test
    void aTrialThatRepeatsAnotherTookNoTime() {
        History once = history(0, 1, 1, 1);
        assertThat(Timeline.of(Histories.repeating(once, 1)).spans()).hasSize(2);
        assertThat(Timeline.of(History.empty(Goal.minimize("loss"))).end()).isEqualTo(0);
    }
}
