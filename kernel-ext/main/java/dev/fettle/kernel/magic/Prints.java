package dev.fettle.kernel.magic;

import dev.fettle.trial.Objective;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what trials print, and the threads they start, out of the cell: a hundred trials of a hundred lines are ten
 * thousand messages. Open while a study runs; safe for any thread.
 */
final class Prints implements AutoCloseable {
    /** Trials whose text is kept; of later ones the lines are only counted. */
    private static final int TRIALS = 200;

    private static final int SHOWN = 3;
    private static final InheritableThreadLocal<@Nullable Printed> CURRENT = new InheritableThreadLocal<>();

    private final TreeMap<Integer, Printed> byTrial = new TreeMap<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream ourOut = fork(out);
    private final PrintStream ourErr = fork(err);
    private long lines;

    Prints() {
        System.setOut(ourOut);
        System.setErr(ourErr);
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
        if (count > 0 && byTrial.size() < TRIALS) {
            byTrial.put(number, printed);
        }
    }

    /** What a trial has printed, at most some kilobytes; empty if it printed nothing, or was not kept. */
    synchronized String of(int number) {
        Printed printed = byTrial.get(number);
        return printed == null ? "" : printed.text();
    }

    /** The first lines and a count. */
    synchronized Optional<String> note() {
        Map.Entry<Integer, Printed> first = byTrial.firstEntry();
        if (first == null) {
            return Optional.empty();
        }
        List<String> begin = first.getValue().text().lines().limit(SHOWN).toList();
        String shown = begin.stream().collect(Collectors.joining(" ⏎ "));
        return Optional.of("Trials printed " + lines + (lines == 1 ? " line" : " lines") + "; trial " + first.getKey()
                + " begins: " + shown + (shown.endsWith(".") ? "" : "."));
    }

    /** Gives the streams back, unless somebody else has taken them in the meantime. */
    @Override
    public void close() {
        if (System.out == ourOut) {
            System.setOut(out);
        }
        if (System.err == ourErr) {
            System.setErr(err);
        }
    }

    private static PrintStream fork(PrintStream cell) {
        return new PrintStream(new Fork(cell), true, StandardCharsets.UTF_8);
    }

    /** To the trial of the thread, else to the cell. */
    private static final class Fork extends OutputStream {
        private final PrintStream cell;

        Fork(PrintStream cell) {
            this.cell = cell;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            Printed printed = CURRENT.get();
            if (printed == null) {
                cell.write(bytes, from, count);
            } else {
                printed.add(bytes, from, count);
            }
        }

        @Override
        public void flush() {
            if (CURRENT.get() == null) {
                cell.flush();
            }
        }
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
