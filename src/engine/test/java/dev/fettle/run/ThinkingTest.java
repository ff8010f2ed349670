package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.journal.NoJournal;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.study.StudyTest;
import dev.fettle.study.Toys;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run whose sampler takes its time. */
class ThinkingTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicBoolean end = new AtomicBoolean();
    private final Runner runner = new Runner(executor, InstantSource.system());

    @AfterEach
    void close() {
        end.set(true);
        executor.shutdownNow();
    }

    private Study study(int lag, Toys.Thinking thinking) {
        return Study.open(
                StudyTest.config(90).withSampler(new Toys.Climber(new Pace.Window(lag), thinking)),
                new MemoryJournal(),
                StudyTest.CLOCK);
    }

    /**
     * A place that stayed empty would leave the other trial alone. Where one thread took what another had just seen, it once did: in
     * three of 10,000 such runs, so that this would see it in four of five builds.
     */
    @Test
    void whoFindsThatAnotherWasFasterAsksAgain() throws Exception {
        StudyConfig config = StudyTest.config(6).withSampler(new RandomSampler());
        for (int run = 0; run < 5_000; run++) {
            CyclicBarrier pair = new CyclicBarrier(2);
            Study study = Study.open(config, new NoJournal(), StudyTest.CLOCK);
            new Runner(executor)
                    .run(
                            study.begin(Budget.trials(6)),
                            (point, probe) -> Score.of(pair.await(10, TimeUnit.SECONDS)),
                            Limits.jobs(2));
            assertThat(study.history().completedCount()).as("run %s", run).isEqualTo(6);
        }
    }

    @Test
    void aStopEndsARunInTheMiddleOfAProposalThatNeverEnds() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        Study study = study(1, goOn -> {
            thinking.countDown();
            // Deaf: it does not even look whether it should go on.
            while (!end.get()) {
                Thread.onSpinWait();
            }
        });
        Future<Ending> ending = executor.submit(
                () -> runner.run(study.begin(Budget.unlimited()), (point, probe) -> Score.of(1), Limits.jobs(2)));
        thinking.await();
        long start = System.nanoTime();
        assertThat(study.trials().trials()).isEmpty();
        assertThat((System.nanoTime() - start) / 1e6).as("ms for the trials").isLessThan(500);
        runner.stop(Ending.INTERRUPTED);
        assertThat(ending.get(1, TimeUnit.SECONDS)).isEqualTo(Ending.INTERRUPTED);
    }

    @Test
    void timeEndsARunInTheMiddleOfAProposal() throws Exception {
        Study study = study(1, goOn -> {
            while (goOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        Budget short20 = Budget.unlimited().withTime(Duration.ofMillis(20));
        assertThat(runner.run(study.begin(short20), (point, probe) -> Score.of(1), Limits.jobs(2)))
                .isEqualTo(Ending.TIME);
        assertThat(study.running()).isEmpty();
    }

    @Test
    void aTrialIsUnderWayWhileTheNextProposalIsThoughtOf() throws Exception {
        CountDownLatch evaluating = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        Study study = study(2, goOn -> {
            if (!first.getAndSet(false)) {
                await(evaluating);
            }
        });
        Ending ending = runner.run(
                study.begin(Budget.trials(4)),
                (point, probe) -> {
                    evaluating.countDown();
                    return Score.of(1);
                },
                Limits.jobs(2));
        assertThat(ending).isEqualTo(Ending.TRIALS);
    }

    @Test
    void aSamplerThatThrowsEndsTheRunWithItsError() {
        Study study = study(1, goOn -> {
            throw new IllegalStateException("no idea");
        });
        assertThatThrownBy(() ->
                        runner.run(study.begin(Budget.unlimited()), (point, probe) -> Score.of(1), Limits.jobs(2)))
                .hasMessage("no idea");
    }

    @Test
    void anOldRunThatStillLandsDoesNotDisturbTheNew() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Study study = Study.open(StudyTest.config(6), new MemoryJournal(), StudyTest.CLOCK);
        Future<Ending> old = executor.submit(() -> runner.run(
                study.begin(Budget.unlimited()),
                (point, probe) -> {
                    if (point.whole("x") == 3) {
                        started.countDown();
                        await(release);
                    }
                    return Score.of(1);
                },
                Limits.jobs(1)));
        started.await();
        // As after two interrupts: the old run was told to stop and its trial does not obey.
        runner.stop(Ending.INTERRUPTED);
        Ending ending = new Runner(executor, InstantSource.system())
                .run(study.begin(Budget.unlimited()), (point, probe) -> Score.of(2), Limits.jobs(1));
        assertThat(ending).isEqualTo(Ending.EXHAUSTED);
        release.countDown();
        assertThat(old.get()).isEqualTo(Ending.TAKEN_OVER);
        assertThat(study.trials().trials())
                .hasSize(6)
                .hasOnlyElementsOfType(Trial.Completed.class)
                .extracting(Trial::attempt)
                .containsExactly(1, 1, 2, 1, 1, 1);
    }

    @Test
    void aRunMayBeGivenAllTheTimeThereIs() {
        assertThat(Tuning.minimize("loss", StudyTest.config(6).space(), p -> p.whole("x"))
                        .time(Duration.ofSeconds(Long.MAX_VALUE))
                        .trialTime(Duration.ofSeconds(Long.MAX_VALUE))
                        .run()
                        .size())
                .isEqualTo(6);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // Deaf to the first interrupt.
            try {
                latch.await();
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
