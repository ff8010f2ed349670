package dev.fettle.store.lock;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again on a thread of its own, whatever it throws, until it is closed or the process ends. */
public final class Pulse implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Begins, with a beat after the first interval. */
    public static Pulse begin(Duration every, Work<Boolean, Exception> beat) {
        Pulse pulse = new Pulse();
        Undisturbed.thread(() -> pulse.live(every, beat), "fettle-beat").start();
        return pulse;
    }

    private void live(Duration every, Work<Boolean, Exception> beat) {
        while (true) {
            try {
                if (closed.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                beat.run();
            } catch (Throwable e) {
                // A full, slow or lost disk may come back, and so may memory. To end would be to be taken for dead.
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
