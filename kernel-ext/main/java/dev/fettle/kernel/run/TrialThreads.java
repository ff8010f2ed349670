package dev.fettle.kernel.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that trials run on. */
public final class TrialThreads {
    private TrialThreads() {}

    /** Threads as they are needed: one of an abandoned trial is not free for the next. */
    public static ExecutorService pool() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fettle-trial");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }
}
