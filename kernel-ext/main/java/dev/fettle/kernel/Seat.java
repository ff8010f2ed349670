package dev.fettle.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Takes the place of a running cell among what an interrupt cancels: the first interrupt becomes a polite request, the
 * second reaches the cell. Given back when closed, since the kernel removes the entry by its value.
 */
final class Seat implements AutoCloseable {
    /** The kernel enters the cell just after it has started it. */
    private static final long PATIENCE_NANOS = 200_000_000;

    private final Map<String, Future<Object>> running;
    private final String key;
    private final Future<Object> cell;
    private final Future<Object> standIn;

    private Seat(Map<String, Future<Object>> running, String key, Future<Object> cell, Future<Object> standIn) {
        this.running = running;
        this.key = key;
        this.cell = cell;
        this.standIn = standIn;
    }

    /** The seat of the cell that runs now; empty if it does not appear. An interrupt that came before is passed on. */
    static Optional<Seat> take(Map<String, Future<Object>> running, Stop stop) {
        Optional<Seat> seat = find(running, stop);
        if (running.get(Bell.KEY) instanceof Bell bell && bell.rang()) {
            stop.request();
        }
        return seat;
    }

    private static Optional<Seat> find(Map<String, Future<Object>> running, Stop stop) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            for (Map.Entry<String, Future<Object>> entry : List.copyOf(running.entrySet())) {
                Future<Object> cell = entry.getValue();
                Future<Object> standIn = new StandIn(cell, stop);
                boolean over = cell instanceof StandIn || cell.isDone();
                if (!over && running.replace(entry.getKey(), cell, standIn)) {
                    return Optional.of(new Seat(running, entry.getKey(), cell, standIn));
                }
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }

    /** A cell that was cancelled has left the map already, or tried to: then nobody else would take the entry out. */
    @Override
    public void close() {
        if (cell.isCancelled()) {
            running.remove(key, standIn);
        } else {
            running.replace(key, standIn, cell);
        }
    }

    /**
     * Hears interrupts that find no cell to cancel: both kernels compile a cell for a tenth of a second and more before they enter
     * it, and would forget them. It hangs there all the time as one more that an interrupt cancels, and is told when a cell
     * begins. For any thread.
     */
    static final class Bell extends CompletableFuture<Object> {
        /** Of hash 0, and so the first in the kernels' concurrent maps: it is asked before a cell is cancelled and leaves. */
        static final String KEY = "";

        /** The kernel reads interrupts and cells on two threads, of which that of the cells has more to do. */
        private static final long AHEAD_NANOS = 200_000_000;

        private static final long NEVER = Long.MIN_VALUE;

        /** There is one kernel in a process. */
        private static volatile long begun = NEVER;

        private final Map<String, Future<Object>> running;
        private volatile long rung = NEVER;

        private Bell(Map<String, Future<Object>> running) {
            this.running = running;
            complete("");
        }

        /** Hangs it up, once. */
        static void hang(Map<String, Future<Object>> running) {
            running.computeIfAbsent(KEY, key -> new Bell(running));
        }

        /** A cell is about to be compiled. */
        static void begin() {
            begun = System.nanoTime();
        }

        /** Rings, unless there is a cell that hears for itself; one that was cancelled may not have left yet. */
        @Override
        public boolean cancel(boolean interrupt) {
            if (running.values().stream().allMatch(Future::isDone)) {
                rung = System.nanoTime();
            }
            return false;
        }

        /** Whether it has rung since the cell began, or just before; says so once. */
        boolean rang() {
            long at = rung;
            rung = NEVER;
            return at != NEVER && begun != NEVER && at - begun > -AHEAD_NANOS;
        }
    }

    private record StandIn(Future<Object> cell, Stop stop) implements Future<Object> {
        @Override
        public boolean cancel(boolean interrupt) {
            return stop.request() || cell.cancel(interrupt);
        }

        @Override
        public boolean isCancelled() {
            return cell.isCancelled();
        }

        @Override
        public boolean isDone() {
            return cell.isDone();
        }

        @Override
        public Object get() throws InterruptedException, ExecutionException {
            return cell.get();
        }

        @Override
        public Object get(long timeout, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            return cell.get(timeout, unit);
        }
    }
}
