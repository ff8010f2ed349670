package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.store.Conflict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Events that have happened and are kept by a thread of its own, all that came within {@value #MILLIS} ms at once. An event is
 * kept so long after it happened at the latest, and the time that the journal takes. An interrupt of whoever calls makes no
 * difference, and stays. Safe for any thread.
 */
final class Group {
    private static final long MILLIS = 20;
    /** Who adds more waits. */
    private static final int MOST = 20_000;

    private final Journal journal;
    private final Runnable trouble;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Event> pending = new ArrayList<>();
    /** How many the journal holds. */
    private long kept;

    private boolean closing;
    private boolean ended;
    private @Nullable IOException failure;
    private @Nullable Conflict conflict;

    /**
     * An empty group.
     *
     * @param kept how many events the journal holds
     * @param trouble called by another thread when something could not be kept
     */
    Group(Journal journal, long kept, Runnable trouble) {
        this.journal = journal;
        this.kept = kept;
        this.trouble = trouble;
        Thread thread = new Thread(this::work, "fettle-journal");
        thread.setDaemon(true);
        thread.start();
    }

    /** Keeps an event soon. */
    void add(Event event) {
        locked(() -> {
            pending.add(event);
            if (pending.size() == 1) {
                // One that collects looks by itself, so that a short trial wakes nobody.
                changed.signalAll();
            }
            while (pending.size() >= MOST && !isOver()) {
                changed.awaitUninterruptibly();
            }
            return pending;
        });
    }

    boolean isEmpty() {
        return locked(pending::isEmpty);
    }

    boolean isConflict() {
        return locked(() -> conflict != null);
    }

    /** Throws why something could not be kept, if so. */
    void check() throws IOException {
        IOException why = locked(() -> failure);
        if (why != null) {
            throw why;
        }
    }

    /** Those that are not kept, in order; of a group that is closed. */
    List<Event> left() {
        return locked(() -> List.copyOf(pending));
    }

    /**
     * Returns when all are kept. What could not be kept before is tried again.
     *
     * @throws Conflict if somebody else has written
     */
    void close() throws IOException, Conflict {
        locked(() -> {
            closing = true;
            changed.signalAll();
            while (!ended) {
                changed.awaitUninterruptibly();
            }
            return ended;
        });
        if (conflict != null) {
            throw conflict;
        }
        if (!pending.isEmpty()) {
            kept = journal.append(kept, List.copyOf(pending));
            pending.clear();
        }
    }

    private boolean isOver() {
        return failure != null || conflict != null;
    }

    /** The life of the thread. */
    private void work() {
        for (List<Event> batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                long holds = journal.append(kept, batch);
                done(holds, batch.size());
            } catch (IOException e) {
                over(e, null);
            } catch (Conflict e) {
                over(null, e);
            } catch (RuntimeException | Error e) {
                over(new IOException(String.valueOf(e.getMessage()), e), null);
            }
        }
        locked(() -> {
            ended = true;
            changed.signalAll();
            return ended;
        });
        if (isOver()) {
            trouble.run();
        }
    }

    private void done(long holds, int events) {
        locked(() -> {
            kept = holds;
            pending.subList(0, events).clear();
            changed.signalAll();
            return pending;
        });
    }

    private void over(@Nullable IOException why, @Nullable Conflict somebody) {
        locked(() -> {
            failure = why;
            conflict = somebody;
            changed.signalAll();
            return pending;
        });
    }

    /** What is to be kept now; nothing at the end. */
    private List<Event> next() {
        return locked(() -> {
            while (pending.isEmpty() && !closing && !isOver()) {
                changed.awaitUninterruptibly();
            }
            collect(TimeUnit.MILLISECONDS.toNanos(MILLIS));
            return isOver() ? List.of() : List.copyOf(pending);
        });
    }

    /** Waits for more events; nobody interrupts this thread. */
    private void collect(long nanos) {
        try {
            for (long left = nanos; left > 0 && !closing && !isOver(); ) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            // Then they are kept at once.
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
