package dev.fettle.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.trial.Budget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that wait at the same moment are served by one of them. */
@Timeout(20)
class RequestsTest {
    private final Lease lease = Study.open(StudyTest.config(9), new MemoryJournal(), StudyTest.CLOCK)
            .begin(Budget.unlimited());
    private final Requests requests = new Requests();
    private final List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    private void serve() {
        Batch batch = requests.next();
        served.add(batch.asks().size());
        batch.asks().forEach(request -> request.grant(null));
    }

    private Thread waiting(Runnable serve) {
        Thread thread = new Thread(() -> requests.await(List.of(Request.next(lease)), serve));
        thread.start();
        return thread;
    }

    /** One serves, and so many wait behind it. */
    private List<Thread> crowd(int threads, Runnable first) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        all.add(waiting(first));
        entered.await();
        for (int i = 1; i < threads; i++) {
            all.add(waiting(this::serve));
        }
        for (Thread thread : all.subList(1, threads)) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        return all;
    }

    private void hold() {
        entered.countDown();
        try {
            free.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void allThatWaitAreServedAtOnce() throws Exception {
        List<Thread> threads = crowd(8, () -> {
            hold();
            serve();
        });
        free.countDown();
        join(threads);
        assertThat(served).containsExactly(8);
    }

    @Test
    void whatServingThrowsIsThrownByOneThreadAndTheOthersGoOn() throws Exception {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = crowd(5, () -> {
            hold();
            throw new IllegalStateException("no journal");
        });
        threads.get(0).setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        free.countDown();
        join(threads);
        assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(served).containsExactly(4);
    }

    @Test
    void anInterruptMakesNoDifferenceAndStays() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>(crowd(2, () -> {
            hold();
            serve();
        }));
        Thread third = new Thread(() -> {
            Thread.currentThread().interrupt();
            requests.await(List.of(Request.next(lease)), this::serve);
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        third.start();
        while (third.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        threads.add(third);
        free.countDown();
        join(threads);
        assertThat(interrupted).isTrue();
        assertThat(served).containsExactly(3);
    }

    @Test
    void ofTwoRequestsForOneTrialTheSecondWaitsForTheNextStep() {
        Request one = Request.about(1, lease, () -> null);
        Request again = Request.about(1, lease, () -> {
            throw new IllegalArgumentException("told before");
        });
        requests.await(List.of(one, again), () -> {
            Batch batch = requests.next();
            served.add(batch.others().size());
            batch.decide(new Decisions(new State(lease.config()), lease, StudyTest.CLOCK.instant()), () -> true);
            batch.others().forEach(Request::grant);
        });
        assertThat(served).containsExactly(1, 1);
        assertThat(one.hasHappened()).isFalse();
        assertThatThrownBy(again::hasHappened).hasMessage("told before");
    }
}
