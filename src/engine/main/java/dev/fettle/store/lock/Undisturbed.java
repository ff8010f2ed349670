package dev.fettle.store.lock;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Work on threads that nobody interrupts: an interrupt closes the channel that is in use, and with it goes every lock that the
 * process has on the file.
 */
public final class Undisturbed {
    private static final long IDLE_SECONDS = 10;

    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> thread(task, "fettle-store"));

    private Undisturbed() {}

    private static final class Own extends Thread {
        Own(ThreadGroup group, Runnable task, String name) {
            super(group, task, name, 0, false);
        }
    }

    /** Does the work and waits for it; an interrupt of the calling thread makes no difference and stays. */
    public static <T, E extends Exception> T call(Work<T, E> work) throws IOException, E {
        if (Thread.currentThread() instanceof Own) {
            return work.run();
        }
        FutureTask<T> task = new FutureTask<>(work::run);
        THREADS.execute(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw Undisturbed.<RuntimeException>thrown(Objects.requireNonNull(e.getCause()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A thread that ends with the process, in no group that a notebook kernel interrupts as a whole. */
    static Thread thread(Runnable task, String name) {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread thread = new Own(top, task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    /** What the work has thrown, which its type says; the compiler knows it no more. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E thrown(Throwable cause) throws E {
        throw (E) cause;
    }
}
