package dev.fettle.kernel.run;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Objective;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what trials print out of the cell: a hundred trials of a hundred lines are ten thousand messages. What other
 * threads print in the meantime, those of a parallel stream say, belongs to no trial and is kept together. Open while a
 * study runs; several may be open at once, and are closed in any order, since a cell that was interrupted twice leaves its
 * run to end behind it. Safe for any thread.
 */
final class Prints implements AutoCloseable {
    /** Trials whose text is kept; of later ones the lines are only counted. */
    private static final int TRIALS = 200;

    private static final int SHOWN = 3;
    private static final ThreadLocal<@Nullable Printed> CURRENT = new ThreadLocal<>();

    private final TreeMap<Integer, Printed> byTrial = new TreeMap<>();
    private final Printed others = new Printed();
    private final Fork out = new Fork(System.out);
    private final Fork err = new Fork(System.err);
    private volatile boolean closed;
    private long lines;

    Prints() {
        System.setOut(out);
        System.setErr(err);
    }

    /** The same objective, whose prints are heard here. */
    Objective heard(Objective objective) {
        return (point, probe) -> {
            Printed printed = new Printed();
            CURRENT.set(printed);
            try {
                return objective.evaluate(point, probe);
            } finally {
                CURRENT.remove();
                keep(probe.number(), printed);
            }
        };
    }

    private synchronized void keep(int number, Printed printed) {
        long count = printed.lines();
        lines += count;
        if (count > 0) {
            byTrial.put(number, printed);
        }
        if (byTrial.size() > TRIALS) {
            // The last, not the latest: what is kept must not depend on the jobs.
            byTrial.pollLastEntry();
        }
    }

    /** What a trial has printed, at most some kilobytes; empty if it printed nothing, or was not kept. */
    synchronized String of(int number) {
        Printed printed = byTrial.get(number);
        return printed == null ? "" : printed.text();
    }

    /** The first lines and a count; empty if nothing was printed. */
    synchronized Optional<String> note() {
        Map.Entry<Integer, Printed> first = byTrial.firstEntry();
        long all = lines + others.lines();
        if (all == 0) {
            return Optional.empty();
        }
        String who = first == null ? "they begin: " : "trial " + first.getKey() + " begins: ";
        String text = (first == null ? others : first.getValue()).text();
        String shown = text.lines().limit(SHOWN).collect(Collectors.joining(" ⏎ "));
        return Optional.of(
                "Trials printed " + Wording.count(all, "line") + "; " + who + shown + (shown.endsWith(".") ? "" : "."));
    }

    /**
     * Gives the streams back, unless somebody else has taken them in the meantime: then what is printed goes through to whom
     * it was meant for. Closing once more does nothing.
     */
    @Override
    public void close() {
        closed = true;
        if (System.out == out) {
            System.setOut(out.open());
        }
        if (System.err == err) {
            System.setErr(err.open());
        }
    }

    /** A standard stream while this is open, and behind it while somebody holds it. */
    private final class Fork extends PrintStream {
        private final PrintStream beneath;

        Fork(PrintStream beneath) {
            super(sink(beneath), true, StandardCharsets.UTF_8);
            this.beneath = beneath;
        }

        /** The first stream beneath that is not closed. */
        PrintStream open() {
            return beneath instanceof Fork fork && fork.isClosed() ? fork.open() : beneath;
        }

        private boolean isClosed() {
            return closed;
        }
    }

    /** To the trial of the thread, else to the others while this is open, else to whom it was meant for. */
    private OutputStream sink(PrintStream beneath) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                Printed printed = CURRENT.get();
                if (printed != null || !closed) {
                    (printed == null ? others : printed).add(bytes, from, count);
                } else {
                    beneath.write(bytes, from, count);
                    beneath.flush();
                }
            }
        };
    }

    /** The prints of one trial. */
    private static final class Printed {
        private static final int SIZE = 4000;

        private final ByteArrayOutputStream begin = new ByteArrayOutputStream(0);
        private long lines;
        private boolean open;

        synchronized void add(byte[] bytes, int from, int count) {
            for (int i = from; i < from + count; i++) {
                open = bytes[i] != '\n';
                lines += open ? 0 : 1;
            }
            begin.write(bytes, from, Math.min(count, SIZE - begin.size()));
        }

        synchronized long lines() {
            return lines + (open ? 1 : 0);
        }

        synchronized String text() {
            return begin.toString(StandardCharsets.UTF_8);
        }
    }
}
