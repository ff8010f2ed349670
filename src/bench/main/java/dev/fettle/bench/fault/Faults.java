package dev.fettle.bench.fault;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import dev.fettle.store.UnavailableException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Faults that are brought about, again and again, and what a store has lost by them: it must be nothing. */
final class Faults {
    private static final int PROCESSES = 8;
    private static final int EACH = 250;
    private static final int LONG = 100_000;
    private static final long LONGEST_WAIT_MILLIS = 10_000;
    private static final long LONGEST_OPENING_MILLIS = 2_000;

    private final Kind kind;
    private final Path folder;
    private final PrintStream out;

    Faults(Kind kind, Path folder, PrintStream out) {
        this.kind = kind;
        this.folder = folder;
        this.out = out;
    }

    /** How many kills: a number. */
    public static void main(String[] words) throws Exception {
        for (Kind kind : Kind.values()) {
            Faults faults = new Faults(kind, Files.createTempDirectory("fettle-faults"), System.out);
            try {
                faults.killed(Integer.parseInt(words[0]));
                faults.together(PROCESSES, EACH);
                faults.length(LONG);
            } catch (UnavailableException e) {
                System.out.println(kind.word() + ": left out. " + e.getMessage());
            }
        }
    }

    /** A process that appends is killed at any moment, and the next one goes on. */
    void killed(int kills) throws Exception {
        Path place = folder.resolve("killed");
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
        say(
                "%d kills: 0 of %d trials lost, %d more were kept than said; opened again within %d ms",
                kills, said, there - said, slowest);
    }

    /** Several processes append at once. */
    void together(int processes, int each) throws Exception {
        Path place = folder.resolve("together");
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
        say(
                "%d processes × %d trials: all there, each once, in %.1f s; longest wait %d ms",
                processes, each, seconds, longest);
    }

    /** A study that is long. */
    void length(int lines) throws Exception {
        Path place = folder.resolve("long");
        try (Store store = kind.open(place)) {
            Lines study = store.lines(Appender.STUDY);
            long began = System.nanoTime();
            for (long size = 0; size < lines; ) {
                size = study.append(size, Collections.nCopies(1000, "x".repeat(200)));
            }
            say("%d lines of 200 characters, 1000 at once: kept in %.0f ms", lines, millis(began));
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
            say("… opened and read in %.0f ms; asked for news in %.2f ms", first, millis(began) / polls);
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

    private void say(String format, Object... values) throws IOException {
        out.println(kind.word() + ": " + String.format(Locale.ROOT, format, values));
    }
}
