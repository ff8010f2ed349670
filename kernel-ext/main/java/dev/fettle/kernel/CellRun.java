package dev.fettle.kernel;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a cell so that an interrupt cannot hurt the session: the thread of the cell only waits, and all work,
 * evaluation above all, happens on a thread of ours that is never interrupted. The first interrupt asks the work to stop,
 * and the cell then ends normally; the second ends the cell at once.
 */
public final class CellRun {
    private CellRun() {}

    /** The work of a cell. */
    @FunctionalInterface
    public interface Work {
        /** Runs on a thread of its own; ends soon after a stop is requested. */
        void run(Stop stop);
    }

    /** Hears from now on interrupts that come while a cell is still being compiled: {@link #run} passes them on. */
    public static void listen(Kernel kernel) {
        kernel.running().ifPresent(Seat.Bell::hang);
    }

    /**
     * Runs the work and waits for it.
     *
     * @throws CellError if the work did, or the cell was interrupted twice
     * @throws Error any other that the work threw, as it is: that memory ran out is no defect of ours
     */
    public static void run(Kernel kernel, Work work) {
        Stop stop = new Stop();
        Optional<Seat> seat = kernel.running().flatMap(running -> Seat.take(running, stop));
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread controller = new Thread(
                () -> {
                    try {
                        work.run(stop);
                    } catch (Throwable e) {
                        failure.set(e);
                    } finally {
                        done.countDown();
                    }
                },
                "fettle-controller");
        controller.setDaemon(true);
        controller.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        try {
            controller.start();
            await(done, stop);
        } finally {
            seat.ifPresent(Seat::close);
        }
        rethrow(failure.get());
    }

    private static void await(CountDownLatch done, Stop stop) {
        while (true) {
            try {
                done.await();
                return;
            } catch (InterruptedException e) {
                if (!stop.request()) {
                    stop.leave();
                    throw new CellError("The cell was interrupted twice; its trials are being stopped.");
                }
            }
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure != null) {
            throw new IllegalStateException(
                    "A fault of Fettle, or of a jar that it was given, broke this cell off: " + failure
                            + ". Finished trials are kept: %tune lists the studies.",
                    failure);
        }
    }
}
