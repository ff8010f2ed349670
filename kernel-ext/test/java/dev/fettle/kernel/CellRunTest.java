package dev.fettle.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CellRunTest {
    private final RecordingKernel kernel = new RecordingKernel();

    @AfterEach
    void close() {
        kernel.close();
    }

    private Future<Object> start(CellRun.Work work) {
        kernel.register("probe", (arguments, body) -> CellRun.run(kernel, work));
        return kernel.start("%%probe\nbody");
    }

    @Test
    void theFirstInterruptIsAPoliteRequestAndTheCellEndsNormally() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        Future<Object> cell = start(stop -> {
            CountDownLatch asked = new CountDownLatch(1);
            stop.onRequest(asked::countDown);
            running.countDown();
            try {
                asked.await();
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        running.await();
        kernel.interrupt();
        assertThat(cell.get()).isEqualTo("done");
        assertThat(interrupted).isFalse();
        assertThat(kernel.running().orElseThrow().get("cell")).isSameAs(cell);
    }

    @Test
    void theSecondInterruptEndsTheCellAtOnce() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Future<Object> cell = start(stop -> {
            running.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        running.await();
        kernel.interrupt();
        kernel.interrupt();
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
        never.countDown();
        kernel.awaitNothingRunning();
    }

    @Test
    void aCellThatWasInterruptedTwiceDoesNotTakeThePlaceOfTheNext() throws Exception {
        CompletableFuture<Object> dead = new CompletableFuture<>();
        dead.cancel(true);
        kernel.running().orElseThrow().put("an older cell", dead);
        theFirstInterruptIsAPoliteRequestAndTheCellEndsNormally();
        assertThat(kernel.running().orElseThrow()).containsEntry("an older cell", dead);
    }

    @Test
    void anErrorOfTheWorkIsTheErrorOfTheCell() {
        Future<Object> cell = start(stop -> {
            throw new CellError("two mistakes");
        });
        assertThatThrownBy(cell::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CellError.class)
                .hasMessage("two mistakes")
                .extracting(Throwable::getStackTrace)
                .isEqualTo(new StackTraceElement[0]);
    }

    @Test
    void memoryThatRanOutIsNoDefectOfOurs() {
        Future<Object> cell = start(stop -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThatThrownBy(cell::get)
                .cause()
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("Java heap space");
    }

    @Test
    void workThatTheCellDidNotWaitForIsTold() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        Future<Object> cell = start(stop -> {
            stop.onLeave(left::countDown);
            running.countDown();
            try {
                left.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        running.await();
        kernel.interrupt();
        assertThat(left.getCount()).isEqualTo(1);
        kernel.interrupt();
        assertThatThrownBy(cell::get).isInstanceOf(CancellationException.class);
        left.await();
    }

    @Test
    void aListenerThatComesLateIsToldAtOnce() {
        Stop stop = new Stop();
        assertThat(stop.request()).isTrue();
        assertThat(stop.request()).isFalse();
        AtomicBoolean told = new AtomicBoolean();
        stop.onRequest(() -> told.set(true));
        assertThat(told).isTrue();
    }
}
