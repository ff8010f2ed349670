package dev.fettle.kernel.worker;

import dev.fettle.archive.Archive;
import dev.fettle.archive.Archived;
import dev.fettle.journal.kept.Stores;
import dev.fettle.store.Store;
import dev.fettle.word.Secrets;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code fettle worker URL|FILE NAME}: a process that helps with a study which a cell has begun, until the study ends. Any number
 * may help, on any computer that reaches the journal; the table is the same.
 */
public final class Worker {
    private static final long PATIENCE_SECONDS = 15;

    private Worker() {}

    /** Words: the place of the journal, the name of the study and, if wanted, how many trials may run here at once. */
    public static void main(String[] words) {
        OptionalInt jobs = words.length > 2 ? OptionalInt.of(Integer.parseInt(words[2])) : OptionalInt.empty();
        Thread worker = Thread.currentThread();
        CountDownLatch done = new CountDownLatch(1);
        // Ctrl-C: trials are given back before the process ends.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (done.getCount() > 0) {
                worker.interrupt();
                await(done);
            }
        }));
        int code = work(words[0], words[1], jobs, System.out, System.err);
        done.countDown();
        System.exit(code);
    }

    /** Whether it happened in time. */
    private static boolean await(CountDownLatch done) {
        try {
            return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Works to the end of the study, or until the calling thread is interrupted; 0 if nothing went wrong. */
    static int work(String place, String name, OptionalInt jobs, PrintStream out, PrintStream err) {
        try {
            Archived study = Archive.read(place).one(Optional.of(name));
            try (Store store = Stores.open(place).store()) {
                new Shift(store, study, jobs, out::println).work();
            }
            return 0;
        } catch (Shift.Refused | IOException | UncheckedIOException e) {
            return said(e, err);
        }
    }

    private static int said(Exception e, PrintStream err) {
        err.println("fettle: " + Secrets.hidden(String.valueOf(e.getMessage())));
        return 1;
    }
}
