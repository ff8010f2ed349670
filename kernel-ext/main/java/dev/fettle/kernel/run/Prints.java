package dev.fettle.kernel.run;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Objective;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what trials print out of the cell: a hundred trials of a hundred lines are ten thousand messages. What a thread prints
 * belongs to the trial that has started it, even behind the end of that trial. A worker of a pool outlives its trial and then
 * works for others: it prints for the only trial that runs, else for none. What belongs to no trial is kept together. Open
 * while a study runs; several may be open at once, and are closed in any order, since a cell that was interrupted twice leaves
 * its run to end behind it. Safe for any thread.
 */
final class Prints implements AutoCloseable {
    /** Trials whose text is kept; of later ones the lines are only counted. */
    private static final int TRIALS = 200;

    private static final int SHOWN = 3;
    private static final int LISTED = 100;
    private static final InheritableThreadLocal<@Nullable Printed> CURRENT = new InheritableThreadLocal<>();

    private final TreeMap<Integer, Printed> byTrial = new TreeMap<>();
    private final Set<Printed> running = ConcurrentHashMap.newKeySet();
    private final Printed others = new Printed(0);
    private final LongAdder lines = new LongAdder();
    private final Fork out = new Fork(System.out);
    private final Fork err = new Fork(System.err);
    private volatile boolean closed;

    Prints() {
        System.setOut(out);
        System.setErr(err);
    }

    /** The same objective, whose prints are heard here. */
    Objective heard(Objective objective) {
        return (point, probe) -> {
            Printed printed = new Printed(probe.number());
            CURRENT.set(printed);
            running.add(printed);
            printed.running = true;
            try {
                return objective.evaluate(point, probe);
            } finally {
                printed.running = false;
                running.remove(printed);
                CURRENT.remove();
            }
        };
    }

    /** Whose prints those of this thread are; null for those of none. */
    private @Nullable Printed current() {
        Printed printed = CURRENT.get();
        if ((printed != null && printed.running) || !isPooled()) {
            return printed;
        }
        List<Printed> now = List.copyOf(running);
        return now.size() == 1 ? now.get(0) : null;
    }

    private static boolean isPooled() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .anyMatch(name -> name.equals("java.util.concurrent.ThreadPoolExecutor")
                        || name.equals("java.util.concurrent.ForkJoinWorkerThread")));
    }

    private synchronized void keep(Printed printed) {
        byTrial.put(printed.number, printed);
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
        if (lines.sum() == 0) {
            return Optional.empty();
        }
        String who = first == null ? "they begin: " : "trial " + first.getKey() + " begins: ";
        String text = (first == null ? others : first.getValue()).text();
        String shown = text.lines().limit(SHOWN).collect(Collectors.joining(" ⏎ "));
        return Optional.of("Trials printed " + Wording.count(lines.sum(), "line") + "; " + who + shown
                + (shown.endsWith(".") ? "" : "."));
    }

    /** All that is kept, trial by trial, at most some hundred lines. */
    synchronized List<String> listed() {
        List<String> listed = new ArrayList<>();
        byTrial.values().forEach(p -> listed.addAll(p.listed("trial " + p.number)));
        listed.addAll(others.listed("of no trial"));
        if (listed.size() > LISTED) {
            List<String> rest = listed.subList(LISTED, listed.size());
            String more = "… " + Wording.count(rest.size(), "line") + " more";
            rest.clear();
            listed.add(more);
        }
        return listed;
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
                Printed printed = current();
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
    private final class Printed {
        private static final int SIZE = 4000;

        /** 0 for those of no trial. */
        private final int number;

        private final ByteArrayOutputStream begin = new ByteArrayOutputStream(0);
        private boolean open;
        private volatile boolean running;

        Printed(int number) {
            this.number = number;
        }

        void add(byte[] bytes, int from, int count) {
            if (append(bytes, from, count) && number > 0) {
                keep(this);
            }
        }

        /** Whether these were the first. */
        private synchronized boolean append(byte[] bytes, int from, int count) {
            boolean first = begin.size() == 0 && count > 0;
            for (int i = from; i < from + count; i++) {
                if (!open) {
                    lines.increment();
                }
                open = bytes[i] != '\n';
            }
            begin.write(bytes, from, Math.min(count, SIZE - begin.size()));
            return first;
        }

        synchronized String text() {
            return begin.toString(StandardCharsets.UTF_8);
        }

        List<String> listed(String who) {
            List<String> listed = new ArrayList<>();
            text().lines().forEach(line -> listed.add("  " + line));
            if (!listed.isEmpty()) {
                listed.add(0, who + ":");
            }
            return listed;
        }
    }
}
