package dev.fettle.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How far a run is, and how long it will take. */
class ProgressTest {
    private static final SearchSpace SPACE = SearchSpace.of(Whole.between("x", 1, 9000));

    private static History took(long... millis) {
        History history = History.empty(Goal.minimize("loss"));
        for (long each : millis) {
            int number = history.size() + 1;
            history = history.plus(Histories.running(number, Point.of(Map.of("x", number)))
                    .complete(Score.of(100 - number), Duration.ofMillis(each)));
        }
        return history;
    }

    private static Progress progress(History history, long planned, int jobs) {
        return progress(history, planned, jobs, 0);
    }

    /** With trials that run, for so many milliseconds each; all but the last three that are finished are of an earlier run. */
    private static Progress progress(History history, long planned, int jobs, long... running) {
        List<Pulse.Going> going = LongStream.of(running)
                .filter(m -> m > 0)
                .mapToObj(m -> new Pulse.Going(history.size() + 1, Duration.ofMillis(m)))
                .toList();
        Pulse pulse = new Pulse(LocalTime.NOON, Math.max(0, history.size() - 3), going, false);
        return new Progress(
                "s", "Grid search", SPACE, history, "loss", planned, jobs, Duration.ofSeconds(9), 42, pulse);
    }

    private static Optional<Duration> left(History history, long planned, int jobs) {
        return progress(history, planned, jobs).left();
    }

    @Test
    void theMedianTrialIsNotTheLongest() {
        assertThat(left(took(10, 9000, 30), 5, 1)).hasValue(Duration.ofMillis(60));
        assertThat(left(took(50, 10, 9000, 30, 20), 6, 1)).hasValue(Duration.ofMillis(30));
    }

    @Test
    void theTimeLeftIsCountedDownWhileTrialsRunButNotBelowTheMedianOfEach() {
        History three = took(1000, 1000, 1000);
        assertThat(progress(three, 5, 1, 400).left()).hasValue(Duration.ofMillis(1600));
        assertThat(progress(three, 5, 1, 9000).left()).hasValue(Duration.ofSeconds(1));
        assertThat(progress(three, 5, 2, 400, 600).left()).hasValue(Duration.ofMillis(500));
        assertThat(progress(three, 4, 1, 9000).left())
                .as("it should have ended")
                .isEmpty();
    }

    @Test
    void theRateIsThatOfThisRun() {
        assertThat(progress(took(10, 10, 10, 10, 10), 9, 1).rate()).hasValue(3 / 9.0);
        assertThat(progress(took(), 9, 1).rate()).isEmpty();
    }

    @Test
    void jobsRunAtOnceAndTheLastRoundCountsInFull() {
        assertThat(left(took(10, 10, 10), 10, 3)).hasValue(Duration.ofMillis(30));
        assertThat(left(took(10, 10, 10), 9, 3)).hasValue(Duration.ofMillis(20));
        assertThat(left(took(10, 10, 10), 4, 8)).hasValue(Duration.ofMillis(10));
        assertThat(left(took(10, 10, 10), 5, 0)).hasValue(Duration.ofMillis(20));
    }

    @Test
    void threeTrialsThatTookTimeAreEnough() {
        assertThat(left(took(10, 10), 9, 1)).isEmpty();
        assertThat(left(took(10, 0, 10, 0), 9, 1)).isEmpty();
        assertThat(left(took(10, 0, 10, 0, 10), 9, 1)).hasValue(Duration.ofMillis(40));
        assertThat(left(took(10, 10, 10), 0, 1)).as("nobody knows how many").isEmpty();
        assertThat(left(took(10, 10, 10), 3, 1)).as("all done").isEmpty();
        assertThat(left(took(10, 10, 10), 2, 1)).as("more than planned").isEmpty();
    }

    @Test
    void onlyTheLatestThousandTrialsTellHowLongOneTakes() {
        long[] millis = new long[2001];
        java.util.Arrays.fill(millis, 0, 1001, 500);
        java.util.Arrays.fill(millis, 1001, 2001, 10);
        assertThat(left(took(millis), 2003, 1)).hasValue(Duration.ofMillis(20));
        millis[1500] = 500;
        java.util.Arrays.fill(millis, 1001, 1501, 500);
        assertThat(left(took(millis), 2003, 1)).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void theShareIsOfWhatIsPlannedAndNeverMore() {
        assertThat(progress(took(1, 1, 1), 4, 1).share()).isEqualTo(0.75);
        assertThat(progress(took(1, 1, 1), 2, 1).share()).isEqualTo(1);
        assertThat(progress(took(1, 1, 1), 0, 1).share()).isEqualTo(0);
        assertThat(progress(took(1, 1, 1), 4, 1).best().map(Trial::number)).hasValue(3);
        assertThat(progress(took(), 4, 1).best()).isEmpty();
    }
}
