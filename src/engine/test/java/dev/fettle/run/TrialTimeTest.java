package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.space.Point;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time passes here when a trial says so: trial 2 puts the clock forward, another trial's return makes the runner look. */
class TrialTimeTest {
    private static final Failure LATE = Failure.timedOut(Duration.ofSeconds(30));

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicLong seconds = new AtomicLong();
    private final InstantSource clock = () -> Instant.ofEpochSecond(seconds.get());
    private final Runner runner = new Runner(executor, clock);
    private final Thread running = Thread.currentThread();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private Study run(int points, Objective objective) {
        Study study = Study.open(StudyTest.config(points), new MemoryJournal(), clock);
        runner.run(study.begin(Budget.unlimited()), objective, new Limits(2, Duration.ofSeconds(30)));
        return study;
    }

    /** A clock that jumps before the runner has looked at it would make every trial late. */
    private void awaitSleepOfTheRunner() {
        while (running.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static boolean is(Point point, int x) {
        return point.whole("x") == x;
    }

    @Test
    void aTrialOverItsTimeIsInterruptedAndFails() {
        CountDownLatch late = new CountDownLatch(1);
        Study study = run(6, (point, probe) -> {
            if (is(point, 2)) {
                awaitSleepOfTheRunner();
                seconds.addAndGet(31);
                late.countDown();
                new CountDownLatch(1).await();
            } else if (is(point, 1)) {
                late.await();
            }
            return Score.of(1);
        });
        assertThat(study.ending()).contains(Ending.EXHAUSTED);
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(study.trials().trials())
                .filteredOn(Trial.Failed.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Trial.Failed.class, f -> {
                    assertThat(f.number()).isEqualTo(2);
                    assertThat(f.failure()).isEqualTo(LATE);
                });
        assertThat(runner.abandoned()).isEmpty();
    }

    @Test
    void aTrialThatReturnsAScoreInsteadOfObeyingHasFailedAllTheSame() {
        CountDownLatch late = new CountDownLatch(1);
        Study study = run(3, (point, probe) -> {
            if (is(point, 2)) {
                awaitSleepOfTheRunner();
                seconds.addAndGet(31);
                late.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                assertThat(probe.report(1, 0.5)).isFalse();
            } else if (is(point, 1)) {
                late.await();
            }
            return Score.of(1);
        });
        assertThat(study.trials().trial(2).orElseThrow())
                .isInstanceOfSatisfying(
                        Trial.Failed.class, f -> assertThat(f.failure()).isEqualTo(LATE));
    }

    @Test
    void aTrialThatDoesNotObeyIsAbandonedAndItsPlaceIsFree() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch given = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch returned = new CountDownLatch(1);
        Study study = run(8, (point, probe) -> {
            if (is(point, 2)) {
                awaitSleepOfTheRunner();
                seconds.addAndGet(31);
                late.countDown();
                while (!Thread.interrupted()) {
                    Thread.onSpinWait();
                }
                seconds.addAndGet(6);
                given.countDown();
                while (release.getCount() > 0) {
                    Thread.onSpinWait();
                }
                returned.countDown();
            } else if (is(point, 1)) {
                late.await();
            } else if (is(point, 3)) {
                given.await();
            }
            return Score.of(1);
        });
        assertThat(study.trials().trials()).hasSize(8);
        assertThat(study.trials().trial(2).orElseThrow())
                .isInstanceOfSatisfying(
                        Trial.Failed.class, f -> assertThat(f.failure()).isEqualTo(LATE));
        assertThat(runner.abandoned()).singleElement().asString().startsWith("trial 2 on thread pool-");
        assertThat(runner.stubborn()).isEmpty();
        release.countDown();
        returned.await();
        assertThat(study.trials().completedCount()).isEqualTo(7);
    }

    @Test
    void theTimeOfATrialThatWaitsForAThreadStandsStill() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        Study study = Study.open(StudyTest.config(6), new MemoryJournal(), clock);
        new Runner(one, clock)
                .run(
                        study.begin(Budget.unlimited()),
                        (point, probe) -> {
                            seconds.addAndGet(20);
                            return Score.of(1);
                        },
                        new Limits(4, Duration.ofSeconds(30)));
        one.shutdownNow();
        assertThat(study.trials().completedCount()).isEqualTo(6);
    }

    @Test
    void behindALateTrialTheNextIsLateAtItsOwnTime() {
        InstantSource system = InstantSource.system();
        Instant begin = system.instant();
        Budget four = new Budget(4, null, null, Budget.ALL, Budget.OnError.IGNORE);
        Study study = Study.open(StudyTest.config(9), new MemoryJournal(), system);
        Objective waits = (point, probe) -> {
            new CountDownLatch(1).await();
            return Score.of(1);
        };
        new Runner(executor, system).run(study.begin(four), waits, new Limits(1, Duration.ofMillis(50)));
        assertThat(study.trials().failedCount()).isEqualTo(4);
        // Three times the grace of five seconds if the runner overslept.
        assertThat(Duration.between(begin, system.instant())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void rejectsLimitsThatAreNotPositive() {
        assertThatThrownBy(() -> Limits.jobs(0)).hasMessage("Jobs (0) must be at least 1.");
        assertThatThrownBy(() -> new Limits(1, Duration.ZERO)).hasMessage("Trial time (PT0S) must be positive.");
    }
}
