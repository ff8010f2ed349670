package dev.fettle.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.store.Lines;
import dev.fettle.store.Store;
import java.util.Collections;
import java.util.Locale;

/** How long a long study takes. */
final class Volume {
    private static final int LINES = 100_000;
    private static final int BATCH = 500;
    private static final int TIMES = 20;

    private Volume() {}

    /** Something that is timed. */
    private interface Work {
        int lines() throws Exception;
    }

    /** Appends 100,000 lines of 300 characters, and reads all of them, and the last ten, each the quickest of several times. */
    static String measure(Store store) throws Exception {
        Lines lines = store.lines("long");
        String line = "x".repeat(300);
        long began = System.nanoTime();
        for (long size = 0; size < LINES; ) {
            size = lines.append(size, Collections.nCopies(BATCH, line));
        }
        double append = (System.nanoTime() - began) / 1e6;
        double first = millis(1, () -> lines.read(0).size(), LINES);
        double all = millis(TIMES, () -> lines.read(0).size(), LINES);
        double last = millis(TIMES, () -> lines.read(LINES - 10).size(), 10);
        return String.format(
                Locale.ROOT,
                "100,000 lines: appended in %.0f ms, first read in %.0f ms, later in %.0f ms, the last ten in %.2f ms",
                append,
                first,
                all,
                last);
    }

    private static double millis(int times, Work work, int lines) throws Exception {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            assertThat(work.lines()).isEqualTo(lines);
            least = Math.min(least, (System.nanoTime() - began) / 1e6);
        }
        return least;
    }
}
