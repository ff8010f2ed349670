package dev.fettle.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Interrupts a training where it spends its time. */
public final class Interrupts {
    private Interrupts() {}

    /**
     * Trains on another thread, interrupts that when it is in a class, and expects what a training owes then.
     *
     * @param training would go on for minutes
     */
    public static void endWithin(Class<?> type, Runnable training) throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                training.run();
                flag.completeExceptionally(new AssertionError("It was over too soon."));
            } catch (CancellationException e) {
                flag.complete(Thread.currentThread().isInterrupted());
            } catch (RuntimeException e) {
                flag.completeExceptionally(e);
            }
        });
        thread.start();
        while (thread.isAlive()
                && Arrays.stream(thread.getStackTrace())
                        .noneMatch(frame -> frame.getClassName().equals(type.getName()))) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertThat(flag.get()).isTrue();
    }
}
