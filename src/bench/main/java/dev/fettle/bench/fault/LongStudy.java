package dev.fettle.bench.fault;

import dev.fettle.bench.quality.Samplers;
import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.journal.MemoryJournal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A study with very many finished trials of eight parameters, which a process opens and goes on with. A process that has just
 * begun and does nothing else is slower at first, and says by how much: on two processors the compiler of the JVM takes one.
 */
final class LongStudy {
    private static final int PARAMETERS = 8;
    private static final int BATCH = 1000;
    private static final int TIMES = 21;
    private static final int OPENS = 5;
    private static final double OPEN_MILLIS = 1_000;
    private static final double NEWS_MILLIS = 2;
    private static final double ASK_MILLIS = 20;

    private LongStudy() {}

    /** In milliseconds: opened, the median and the first time; learnt of a trial of another; asked, and the first time. */
    private record Times(double open, double firstOpen, double news, double ask, double firstAsk) {}

    static String strike(Kind kind, Path folder, String sampler, int trials) throws Exception {
        String place = kind.place(folder, "long");
        fill(kind, place, sampler, trials);
        Times times = process(kind, place, sampler);
        String said = String.format(
                Locale.ROOT,
                "opened in %.0f ms (the first time %.0f ms), news in %.2f ms, asked in %.2f ms (the first time %.0f ms)",
                times.open,
                times.firstOpen,
                times.news,
                times.ask,
                times.firstAsk);
        if (times.open > OPEN_MILLIS || times.news > NEWS_MILLIS || times.ask > ASK_MILLIS) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static StudyConfig config(String sampler) {
        SearchSpace space = SearchSpace.of(IntStream.range(0, PARAMETERS)
                .mapToObj(i -> Real.uniform("x" + i, 0, 1))
                .toArray(Real[]::new));
        return StudyConfig.of("long", space, Goal.minimize("loss"), Samplers.of(sampler));
    }

    private static void tell(Lease lease) {
        Trial.Running trial = lease.ask(() -> true).orElseThrow();
        lease.tell(trial.number(), trial.attempt(), Score.of(loss(trial.point())));
    }

    private static double loss(Point point) {
        return IntStream.range(0, PARAMETERS)
                .mapToDouble(i -> Math.pow(point.real("x" + i) - 0.3, 2))
                .sum();
    }

    /** With points by chance, as if the sampler had chosen them. */
    private static void fill(Kind kind, String place, String sampler, int trials) throws Exception {
        List<Event> events = new ArrayList<>(begun("random", trials));
        events.set(0, begun(sampler, 0).get(0));
        try (Store store = kind.open(place)) {
            Journal journal = new KeptJournal(store.lines("long"));
            for (int from = 0; from < events.size(); from += BATCH) {
                journal.append(from, events.subList(from, Math.min(events.size(), from + BATCH)));
            }
        }
    }

    private static List<Event> begun(String sampler, int trials) {
        Journal journal = new MemoryJournal();
        try (Lease lease =
                Study.open(config(sampler), journal, InstantSource.system()).begin(Budget.unlimited())) {
            for (int i = 0; i < trials; i++) {
                tell(lease);
            }
        }
        try {
            return journal.read(0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Times process(Kind kind, String place, String sampler) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongStudy.class.getName(),
                        kind.word(),
                        place,
                        sampler)
                .redirectError(Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Process must end well. " + said);
        }
        double[] t = Arrays.stream(said.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Times(t[0], t[1], t[2], t[3], t[4]);
    }

    /** {@code KIND PLACE SAMPLER}: says the five times. */
    public static void main(String[] words) throws IOException {
        double firstOpen = opened(words);
        double[] opens = new double[OPENS];
        for (int i = 0; i < OPENS; i++) {
            opens[i] = opened(words);
        }
        try (Store store = Kind.of(words[0]).open(words[1]);
                Lease lease = open(store, words[2]).begin(Budget.unlimited())) {
            long began = System.nanoTime();
            tell(lease);
            double firstAsk = millis(began);
            double[] asks = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                asks[i] = ask(lease);
            }
            double[] all = {median(opens), firstOpen, news(store, words[2], lease), median(asks), firstAsk};
            System.out.println(Arrays.stream(all).mapToObj(Double::toString).collect(Collectors.joining(" ")));
        }
    }

    private static double opened(String[] words) throws IOException {
        long began = System.nanoTime();
        try (Store store = Kind.of(words[0]).open(words[1])) {
            Lease lease = open(store, words[2]).begin(Budget.unlimited());
            double millis = millis(began);
            lease.close();
            return millis;
        }
    }

    private static Study open(Store store, String sampler) throws IOException {
        return Study.open(config(sampler), new KeptJournal(store.lines("long")), InstantSource.system());
    }

    private static double ask(Lease lease) {
        long began = System.nanoTime();
        Trial.Running trial = lease.ask(() -> true).orElseThrow();
        double millis = millis(began);
        lease.tell(trial.number(), trial.attempt(), Score.of(loss(trial.point())));
        return millis;
    }

    /** Another run tells trials, and this one looks. */
    private static double news(Store store, String sampler, Lease lease) throws IOException {
        double[] looks = new double[TIMES];
        try (Lease other = open(store, sampler).begin(Budget.unlimited())) {
            lease.look();
            for (int i = 0; i < TIMES; i++) {
                tell(other);
                long began = System.nanoTime();
                lease.look();
                looks[i] = millis(began);
            }
        }
        return median(looks);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }
}
