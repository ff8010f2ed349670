package dev.fettle.bench.fault;

import java.util.Locale;
import org.opentest4j.TestAbortedException;

/**
 * A line of the table.
 *
 * @param fault what was brought about
 * @param asked what must come of it
 * @param reached what came of it
 */
record Row(String fault, String asked, String reached, Verdict verdict) {
    /** Whether what was asked was reached. */
    enum Verdict {
        OK,
        MISSED,
        SKIPPED
    }

    /** Brings something about. */
    interface Fault {
        /**
         * What was reached.
         *
         * @throws TestAbortedException if it cannot be brought about here
         * @throws Exception if what was asked is missed, and so for an {@link AssertionError}
         */
        String strike() throws Exception;
    }

    static Row of(String name, String asked, Fault fault) {
        long began = System.nanoTime();
        try {
            String reached = fault.strike();
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Row(name, asked, String.format(Locale.ROOT, "%s (%.0f s)", reached, seconds), Verdict.OK);
        } catch (TestAbortedException e) {
            return new Row(name, asked, "needs " + e.getMessage(), Verdict.SKIPPED);
        } catch (Exception | AssertionError e) {
            return new Row(name, asked, e.toString().replaceAll("\\s+", " "), Verdict.MISSED);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%-8s%s%n        asked: %s%n        reached: %s",
                verdict.name().toLowerCase(Locale.ROOT), fault, asked, reached);
    }
}
