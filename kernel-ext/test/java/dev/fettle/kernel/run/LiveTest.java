package dev.fettle.kernel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.kernel.RecordingKernel;
import dev.fettle.kernel.option.Options.Frames;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** When a running study is drawn anew. */
class LiveTest {
    private static Progress after(int seconds, boolean stopping) {
        return new Progress(
                "s",
                "Grid search",
                SearchSpace.of(Choice.of("x", 1)),
                History.empty(Goal.maximize("score")),
                "score",
                5,
                1,
                Duration.ofSeconds(seconds),
                42,
                new Pulse(
                        LocalTime.of(14, 3, seconds),
                        0,
                        List.of(new Pulse.Going(1, Duration.ofSeconds(seconds))),
                        stopping));
    }

    @Test
    void whileATrialRunsAFrameIsDrawnEachSecondOfTheClockAndWhenAStopIsAskedFor() throws Exception {
        try (RecordingKernel kernel = new RecordingKernel()) {
            AtomicReference<Progress> now = new AtomicReference<>(after(1, false));
            Live live = new Live(kernel.output(), "d", now::get, Frames.HTML);
            live.start();
            kernel.awaitText("Trial 1 running for 1 s. Drawn at 14:03:01; how it stands now:  %tune show s");
            now.set(after(2, false));
            kernel.awaitText("Trial 1 running for 2 s. Drawn at 14:03:02");
            now.set(after(2, true));
            live.wake();
            kernel.awaitText("Stopping, waiting for trial 1 …");
            live.stop();
            live.wake();
            assertThat(kernel.frames()).hasSize(3);
        }
    }
}
