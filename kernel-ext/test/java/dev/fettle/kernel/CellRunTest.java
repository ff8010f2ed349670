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

    private boolean stopsAtOnce() throws Exception {
        AtomicBoolean stopped = new AtomicBoolean();
        start(stop -> stopped.set(stop.requested())).get();
        kernel.running().orElseThrow().remove("cell");
        return stopped.get();
    }

    @Test
    void anInterruptWhileTheCellIsStillBeingCompiledStopsIt() throws Exception {
        CellRun.listen(kernel);
        Seat.Bell.begin();
        kernel.interrupt();
        assertThat(stopsAtOnce()).isTrue();
        Seat.Bell.begin();
        assertThat(stopsAtOnce()).isFalse();
    }

    @Test
    void anInterruptThatACellHasHeardDoesNotStopTheNext() throws Exception {
        CellRun.listen(kernel);
        Seat.Bell.begin();
        theFirstInterruptIsAPoliteRequestAndTheCellEndsNormally();
        kernel.running().orElseThrow().remove("cell");
        Seat.Bell.begin();
        assertThat(stopsAtOnce()).isFalse();
        kernel.running().orElseThrow().put("Java of the notebook", new CompletableFuture<>() {
            /** As in both kernels, where a cell leaves as soon as it is cancelled. */
            @Override
            public boolean cancel(boolean interrupt) {
                return super.cancel(interrupt) && kernel.running().orElseThrow().remove("Java of the notebook", this);
            }
        });
        kernel.interrupt();
        Seat.Bell.begin();
        assertThat(stopsAtOnce()).isFalse();
    }

    @Test
    void aCellThatWasCancelledAndHasNotLeftHidesNoInterrupt() throws Exception {
        CellRun.listen(kernel);
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);
        kernel.running().orElseThrow().put("before", cancelled);
        Seat.Bell.begin();
        kernel.interrupt();
        assertThat(stopsAtOnce()).isTrue();
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
