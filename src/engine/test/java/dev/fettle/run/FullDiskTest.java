package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A journal that fails ends the run with its error. */
class FullDiskTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Disk disk = new Disk();
    private final Study study = Study.open(StudyTest.config(6), disk, StudyTest.CLOCK);
    private final Runner runner = new Runner(executor, InstantSource.system());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private void failsWith(int jobs, Objective objective) {
        assertThatThrownBy(() -> runner.run(study.begin(Budget.unlimited()), objective, Limits.jobs(jobs)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Journal must keep events. Maybe its disk is full: full");
    }

    /** Runs until it is interrupted. */
    private Score forEver() throws InterruptedException {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return Score.of(0);
        } finally {
            interrupted.countDown();
        }
    }

    @Test
    void whatIsInFlightIsInterrupted() throws InterruptedException {
        failsWith(2, (point, probe) -> {
            if (probe.number() == 2) {
                return forEver();
            }
            begun.await();
            disk.full = true;
            return Score.of(1);
        });
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(study.trials().size()).isZero();
    }

    @Test
    void anErrorBehindTheEndIsNotLost() {
        executor.execute(() -> {
            try {
                begun.await();
                runner.stop(Ending.INTERRUPTED);
            } catch (InterruptedException e) {
                // The end of the test.
            }
        });
        failsWith(1, (point, probe) -> {
            try {
                return forEver();
            } finally {
                disk.full = true;
            }
        });
        assertThat(study.ending()).contains(Ending.INTERRUPTED);
    }
}
