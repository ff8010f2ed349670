package dev.fettle.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.study.Study;
import dev.fettle.study.StudyTest;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.Serial;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Trials that go wrong: each is recorded, and the run goes on. */
class TroubleTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    /** Runs six trials, of which the third is in trouble, and gives what became of it. */
    private Trial.Finished third(Objective trouble) {
        Study study = Study.open(StudyTest.config(6), new MemoryJournal(), StudyTest.CLOCK);
        new Runner(executor, InstantSource.system())
                .run(
                        study.begin(Budget.unlimited()),
                        (point, probe) -> point.whole("x") == 3 ? trouble.evaluate(point, probe) : Score.of(1),
                        Limits.jobs(2));
        assertThat(study.ending()).contains(Ending.EXHAUSTED);
        assertThat(study.trials().trials()).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(study.trials().completed().filter(t -> t.number() != 3)).hasSize(5);
        return study.trials().trial(3).orElseThrow();
    }

    private Failure failure(Objective trouble) {
        return ((Trial.Failed) third(trouble)).failure();
    }

    private static int deeper(int depth) {
        return depth < 0 ? 0 : deeper(depth + 1) + 1;
    }

    @Test
    void anOversizedAllocation() {
        assertThat(failure((point, probe) -> Score.of(new long[Integer.MAX_VALUE].length)))
                .extracting(Failure::type)
                .isEqualTo("OutOfMemoryError");
    }

    @Test
    void aStackOverflow() {
        assertThat(failure((point, probe) -> Score.of(deeper(0))))
                .extracting(Failure::type)
                .isEqualTo("StackOverflowError");
    }

    private static final class Odd extends Error {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Test
    void anErrorThatCannotEvenSayWhatItIs() {
        assertThat(failure((point, probe) -> {
                    throw new Odd();
                }))
                .hasToString("Odd");
    }

    @Test
    void anAnonymousException() {
        assertThat(failure((point, probe) -> {
                    throw new IllegalStateException("so") {
                        @Serial
                        private static final long serialVersionUID = 1;
                    };
                }))
                .hasToString("IllegalStateException \"so\"");
    }

    @Test
    void theFramesAreThoseOfTheObjectiveAlone() {
        Failure failure = failure((point, probe) -> {
            throw new IllegalStateException("outer", new IOException("the real reason"));
        });
        assertThat(failure.frames()).isNotEmpty().allMatch(frame -> frame.contains("TroubleTest"));
        assertThat(failure.chain()).extracting(Failure::type).containsExactly("IllegalStateException", "IOException");
    }

    @Test
    void scoresThatAreNoNumbers() {
        assertThat(failure((point, probe) -> Score.of(Double.NaN))).hasToString("gave NaN");
        assertThat(failure((point, probe) -> Score.of(Double.POSITIVE_INFINITY)))
                .hasToString("gave Infinity");
        assertThat(failure((point, probe) -> Score.of(Double.NEGATIVE_INFINITY)))
                .hasToString("gave -Infinity");
    }

    @Test
    @SuppressWarnings("NullAway") // What a notebook's Java may return all the same.
    void noScoreAtAll() {
        assertThat(failure((point, probe) -> null).message()).isEqualTo("Score (null) must be a number.");
    }

    @Test
    void aTrialThatInterruptsItself() {
        assertThat(third((point, probe) -> {
                    Thread.currentThread().interrupt();
                    return Score.of(2);
                }))
                .isInstanceOf(Trial.Completed.class);
        assertThat(failure((point, probe) -> {
                    Thread.currentThread().interrupt();
                    new CountDownLatch(1).await();
                    return Score.of(2);
                }))
                .extracting(Failure::type)
                .isEqualTo("InterruptedException");
    }

    @Test
    void theFlagOfATrialThatInterruptsItselfDoesNotReachTheNextOnItsThread() {
        List<Boolean> flags = new ArrayList<>();
        Set<Thread> threads = new HashSet<>();
        Study study = Study.open(StudyTest.config(6), new MemoryJournal(), StudyTest.CLOCK);
        new Runner(executor, InstantSource.system())
                .run(
                        study.begin(Budget.unlimited()),
                        (point, probe) -> {
                            threads.add(Thread.currentThread());
                            flags.add(Thread.currentThread().isInterrupted());
                            Thread.currentThread().interrupt();
                            return Score.of(1);
                        },
                        Limits.jobs(1));
        assertThat(threads).hasSize(1);
        assertThat(flags).hasSize(6).containsOnly(false);
    }

    @Test
    void aDaemonLeftBehind() {
        CountDownLatch end = new CountDownLatch(1);
        assertThat(third((point, probe) -> {
                    Thread daemon = new Thread(() -> {
                        while (end.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                    });
                    daemon.setDaemon(true);
                    daemon.start();
                    return Score.of(2);
                }))
                .isInstanceOf(Trial.Completed.class);
        end.countDown();
    }

    @Test
    void aTrialThatClearsTheInterruptIsStoppedAllTheSame() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Study study = Study.open(StudyTest.config(6), new MemoryJournal(), StudyTest.CLOCK);
        Runner runner = new Runner(executor, InstantSource.system());
        var ending = executor.submit(() -> runner.run(
                study.begin(Budget.unlimited()),
                (point, probe) -> {
                    started.countDown();
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                    return Score.of(1);
                },
                Limits.jobs(1)));
        started.await();
        runner.stop(Ending.INTERRUPTED);
        assertThat(ending.get()).isEqualTo(Ending.INTERRUPTED);
        assertThat(study.trials().trials()).isEmpty();
        assertThat(study.running()).extracting(Trial::number).containsExactly(1);
    }
}
