package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.pruner.Verdict;
import dev.fettle.sampler.Pace;
import dev.fettle.store.Conflict;
import dev.fettle.store.Presence;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs share a study or take it over, and nobody waits for a sampler that thinks. */
class LeaseTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        executor.shutdownNow();
    }

    private static Study study(Journal journal) {
        return Study.open(StudyTest.config(9), journal, StudyTest.CLOCK);
    }

    private static int number(Lease lease) {
        return lease.ask(() -> true).orElseThrow().number();
    }

    @Test
    void aNewRunTakesTheStudyAwayFromTheOld() {
        Study study = study(new MemoryJournal());
        Lease old = study.begin(Budget.unlimited());
        assertThat(number(old)).isEqualTo(1);
        assertThat(number(old)).isEqualTo(2);
        old.tell(1, 1, Score.of(1));
        Lease young = study.begin(Budget.unlimited());
        assertThat(old.isAlive()).isFalse();
        assertThat(old.ending()).contains(Ending.TAKEN_OVER);
        assertThat(old.ask(() -> true)).isEmpty();
        old.fail(2, 1, Failure.thrown("OutOfMemoryError", ""));
        old.release(2, 1);
        old.stop(Ending.EXHAUSTED);
        assertThat(old.report(2, 1, new Report(1, 1))).isInstanceOf(Verdict.Stop.class);
        assertThat(study.ending()).isEmpty();
        Trial.Running again = young.ask(() -> true).orElseThrow();
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.attempt()).isEqualTo(2);
        young.tell(2, 2, Score.of(2));
        assertThat(study.history().trials())
                .hasOnlyElementsOfType(Trial.Completed.class)
                .hasSize(2);
    }

    @Test
    void aClosedLeaseIsDead() {
        Study study = study(new MemoryJournal());
        Lease lease = study.begin(Budget.unlimited());
        number(lease);
        lease.close();
        assertThat(lease.ask(() -> true)).isEmpty();
        assertThat(lease.report(1, 1, new Report(1, 1))).isInstanceOf(Verdict.Stop.class);
        lease.tell(1, 1, Score.of(1));
        assertThat(study.trials().size()).isZero();
    }

    @Test
    void readersDoNotWaitWhileTheSamplerThinks() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch thought = new CountDownLatch(1);
        Study study = thoughtful(goOn -> {
            thinking.countDown();
            uninterruptibly(thought);
        });
        Lease lease = study.begin(Budget.unlimited());
        Future<Optional<Trial.Running>> asked = executor.submit(() -> lease.ask(() -> true));
        thinking.await();
        assertThat(study.trials().size()).isZero();
        assertThat(study.running()).isEmpty();
        lease.stop(Ending.INTERRUPTED);
        assertThat(study.ending()).contains(Ending.INTERRUPTED);
        thought.countDown();
        assertThat(asked.get()).isEmpty();
    }

    @Test
    void aSamplerThatStillThinksForADeadRunHoldsNobodyUp() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Thread first = Thread.currentThread();
        Study study = thoughtful(goOn -> {
            if (Thread.currentThread() != first) {
                thinking.countDown();
                uninterruptibly(never);
            }
        });
        Lease old = study.begin(Budget.unlimited());
        Future<Optional<Trial.Running>> asked = executor.submit(() -> old.ask(() -> true));
        thinking.await();
        Lease young = study.begin(Budget.unlimited());
        assertThat(number(young)).isEqualTo(1);
        young.tell(1, 1, Score.of(1));
        int next = number(young);
        never.countDown();
        assertThat(asked.get()).isEmpty();
        assertThat(study.running()).extracting(Trial::number).containsExactly(next);
    }

    @Test
    void whoeverAsksMayStopWaiting() {
        Study study = thoughtful(goOn -> {
            while (goOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
        long end = System.nanoTime() + 20_000_000;
        assertThat(study.begin(Budget.unlimited()).ask(() -> System.nanoTime() < end))
                .isEmpty();
    }

    @Test
    void aWaitThatWasEndedOnceExhaustsNothing() {
        Study study = study(new MemoryJournal());
        Lease lease = study.begin(Budget.unlimited());
        for (int refusal = 1; refusal < 6; refusal++) {
            AtomicInteger looks = new AtomicInteger(refusal);
            assertThat(lease.ask(() -> looks.decrementAndGet() != 0)).isNotNull();
        }
        int begun = study.running().size();
        for (int number = begun + 1; number <= 9; number++) {
            assertThat(number(lease)).isEqualTo(number);
        }
    }

    @Test
    void aJournalThatLostItsEventsEndsTheRun() throws Exception {
        List<Journal> kept = new ArrayList<>(List.of(new MemoryJournal()));
        Study study = study(new Journal() {
            @Override
            public Presence enter() throws IOException {
                return kept.get(0).enter();
            }

            @Override
            public List<Event> read(long from) throws IOException {
                return kept.get(0).read(from);
            }

            @Override
            public long append(long expected, List<Event> events) throws IOException, Conflict {
                return kept.get(0).append(expected, events);
            }
        });
        Lease lease = study.begin(Budget.unlimited());
        number(lease);
        kept.set(0, new MemoryJournal());
        assertThatThrownBy(() -> lease.tell(1, 1, Score.of(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("Journal must hold this study, and does not any more.")
                .hasRootCauseMessage(new Conflict(3, 0).getMessage());
        assertThat(study.trials().size()).isZero();
    }

    private static Study thoughtful(Toys.Thinking thinking) {
        return Study.open(
                StudyTest.config(9).withSampler(new Toys.Climber(new Pace.Window(1), thinking)),
                new MemoryJournal(),
                StudyTest.CLOCK);
    }

    private static void uninterruptibly(CountDownLatch latch) {
        for (boolean done = false; !done; ) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // The end of the test.
                done = true;
            }
        }
    }
}
