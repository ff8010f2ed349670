package dev.fettle.bench.fault;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Processes that write to a store, one after the other or all at once, and what is lost when they are killed: it must be nothing. */
final class Writers {
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final long LONGEST_OPENING_MILLIS = 2_000;
    private static final double LONGEST_READING_MILLIS = 1_000;
    private static final double LONGEST_POLL_MILLIS = 2;

    private final Kind kind;
    private final Path folder;

    Writers(Kind kind, Path folder) {
        this.kind = kind;
        this.folder = folder;
    }

    /** A process that appends is killed at any moment, and the next one goes on. */
    String killed(int kills) throws Exception {
        String place = kind.place(folder, "killed");
        Random moment = new Random(1);
        int said = 0;
        long slowest = 0;
        for (int kill = 0; kill < kills; kill++) {
            Writing writing = new Writing(kind, place, "p" + kill, Integer.MAX_VALUE);
            writing.await(1 + moment.nextInt(20));
            LockSupport.parkNanos(moment.nextInt(5_000_000));
            int kept = writing.kill();
            long began = System.nanoTime();
            int found = Kept.in(kind, place).trials("p" + kill);
            slowest = Math.max(slowest, (System.nanoTime() - began) / 1_000_000);
            must(found == kept || found == kept + 1, "kept " + kept + " trials, and there are " + found);
            said += kept;
        }
        must(slowest < LONGEST_OPENING_MILLIS, "open within 2 s, and took " + slowest + " ms");
        Kept all = Kept.in(kind, place);
        int there = 0;
        for (int kill = 0; kill < kills; kill++) {
            there += all.trials("p" + kill);
        }
        must(2 * there == all.lines().size(), "hold nothing else");
        return String.format(
                Locale.ROOT,
                "0 of %d trials lost, %d more were kept than said; opened again within %d ms",
                said,
                there - said,
                slowest);
    }

    /** Several processes append at once. */
    String together(int processes, int each) throws Exception {
        String place = kind.place(folder, "together");
        long began = System.nanoTime();
        List<Writing> writers = new ArrayList<>();
        for (int p = 0; p < processes; p++) {
            writers.add(new Writing(kind, place, "p" + p, each));
        }
        long longest = 0;
        for (Writing writer : writers) {
            must(writer.end() == each && writer.longest() >= 0, "let each of them come to its end");
            longest = Math.max(longest, writer.longest());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Kept all = Kept.in(kind, place);
        for (int p = 0; p < processes; p++) {
            must(all.trials("p" + p) == each, "keep all trials of each process");
        }
        must(all.lines().size() == 2 * processes * each, "hold nothing else");
        must(longest < LONGEST_WAIT_MILLIS, "let nobody wait for 10 s, and " + longest + " ms were needed");
        return String.format(
                Locale.ROOT, "%d trials, each once, in %.1f s; longest wait %d ms", processes * each, seconds, longest);
    }

    /** A study that is long. */
    String length(int lines) throws Exception {
        String place = kind.place(folder, "long");
        double written;
        try (Store store = kind.open(place)) {
            Lines study = store.lines(Appender.STUDY);
            long began = System.nanoTime();
            for (long size = 0; size < lines; ) {
                size = study.append(size, Collections.nCopies(1000, "x".repeat(200)));
            }
            written = millis(began);
        }
        try (Store store = kind.open(place)) {
            Lines study = store.lines(Appender.STUDY);
            long began = System.nanoTime();
            must(study.read(0).size() == lines, "hold all lines");
            double first = millis(began);
            int polls = 100;
            began = System.nanoTime();
            for (int i = 0; i < polls; i++) {
                must(study.read(lines).isEmpty(), "hold no more");
            }
            double news = millis(began) / polls;
            must(first < LONGEST_READING_MILLIS, "be read within 1 s, and " + first + " ms were needed");
            must(news < LONGEST_POLL_MILLIS, "say within 2 ms that nothing is new, and " + news + " ms were needed");
            return String.format(
                    Locale.ROOT,
                    "opened and read in %.0f ms, asked for news in %.2f ms; kept in %.0f ms, 1000 at once",
                    first,
                    news,
                    written);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Store (" + kind.word() + ") must " + what + ".");
        }
    }
}
