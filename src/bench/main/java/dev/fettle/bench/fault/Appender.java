package dev.fettle.bench.fault;

import dev.fettle.store.Conflict;
import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.io.IOException;
import java.util.List;

/**
 * A process that appends: {@code KIND PLACE NAME COUNT}, so many trials of two lines each. It says the number of each trial once it
 * is kept, and at last the longest wait in milliseconds.
 */
final class Appender {
    static final String STUDY = "a";

    private Appender() {}

    public static void main(String[] words) throws Exception {
        try (Store store = Kind.of(words[0]).open(words[1])) {
            Lines lines = store.lines(STUDY);
            long size = lines.read(0).size();
            long longest = 0;
            for (int i = 0; i < Integer.parseInt(words[3]); i++) {
                long began = System.nanoTime();
                size = kept(lines, size, List.of(words[2] + " " + 2 * i, words[2] + " " + (2 * i + 1)));
                longest = Math.max(longest, System.nanoTime() - began);
                System.out.println(i);
            }
            System.out.println("longest " + longest / 1_000_000);
        }
    }

    private static long kept(Lines lines, long expected, List<String> trial) throws IOException {
        long size = expected;
        while (true) {
            try {
                return lines.append(size, trial);
            } catch (Conflict e) {
                size += lines.read(size).size();
            }
        }
    }
}
