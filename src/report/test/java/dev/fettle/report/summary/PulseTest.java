package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes on, in a sentence. */
class PulseTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** Trials from 8 on, which have been running for so many seconds. */
    private static Pulse pulse(boolean stopping, int... seconds) {
        return pulse(Map.of(), stopping, seconds);
    }

    private static Pulse pulse(Map<String, Integer> elsewhere, boolean stopping, int... seconds) {
        List<Trial.Running> running = new java.util.ArrayList<>();
        for (int s : seconds) {
            int number = 8 + running.size();
            Proposal proposal = Proposal.of(Point.of(Map.of("x", number)), "test");
            running.add(new Trial.Running(number, 1, proposal, List.of(), NOON.minusSeconds(s)));
        }
        return Pulse.of(NOON, ZoneOffset.ofHours(2), 0, running, elsewhere, stopping);
    }

    @Test
    void itSaysWhichTrialRunsForHowLong() {
        assertThat(pulse(false, 12).words()).isEqualTo("Trial 8 running for 12 s");
        assertThat(pulse(false, 5, 125, 9).words()).isEqualTo("3 trials running, trial 9 for 2 min 05 s");
        assertThat(pulse(false).words()).isEqualTo("No trial is running");
        assertThat(pulse(false).at()).isEqualTo(LocalTime.of(14, 0));
    }

    @Test
    void itSaysWhoElseIsAtWork() {
        String lab = "process 4711 on lab3";
        assertThat(pulse(Map.of(lab, 1), false, 12).words())
                .isEqualTo("Trial 8 running for 12 s in process 4711 on lab3");
        assertThat(pulse(Map.of(lab, 2), false, 5, 125, 9).words())
                .isEqualTo("3 trials running (2 in process 4711 on lab3), trial 9 for 2 min 05 s");
        assertThat(pulse(Map.of("a", 1, "b", 2, "c", 3, "d", 4), false, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
                        .words())
                .isEqualTo("11 trials running (1 in a, 2 in b, 7 in others), trial 8 for 1 s");
    }

    @Test
    void aStopSaysWhatItWaitsFor() {
        assertThat(pulse(true).words()).isEqualTo("Stopping …");
        assertThat(pulse(true, 12).words()).isEqualTo("Stopping, waiting for trial 8 …");
        assertThat(pulse(true, 9, 8, 7, 6, 5).words()).isEqualTo("Stopping, waiting for trials 8, 9, 10 and 2 more …");
    }

    @Test
    void aClockThatGoesBackGivesNoNegativeTime() {
        assertThat(pulse(false, -3).running()).containsExactly(new Pulse.Going(8, Duration.ZERO));
    }
}
