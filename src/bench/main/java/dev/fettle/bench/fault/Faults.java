package dev.fettle.bench.fault;

import dev.fettle.run.StudyFaults;
import dev.fettle.store.file.FileFaults;
import dev.fettle.store.postgres.PostgresFaults;
import dev.fettle.store.postgres.PostgresProcess;
import dev.fettle.store.sqlite.SqliteFaults;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Faults that are brought about, again and again, and what a store has lost by them: it must be nothing. */
final class Faults {
    private static final int PROCESSES = 8;
    private static final int EACH = 250;
    private static final int LONG = 100_000;
    private static final int FLIPS_A_ROW = 8;
    private static final int FLIPS = 3000;
    private static final Duration CUT = Duration.ofSeconds(20);

    private final Options options;
    private final Path home;
    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();

    private Faults(Options options, Path home, PrintStream out) {
        this.options = options;
        this.home = home;
        this.out = out;
    }

    /** How many kills, and the options of {@link Options}; ends with 1 if something was missed. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty(PostgresProcess.FSYNC, "on");
        Path home = Files.createTempDirectory("fettle-faults");
        Faults faults = new Faults(Options.parse(List.of(arguments)), home, System.out);
        faults.run();
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
        System.exit(faults.rows.stream().anyMatch(row -> row.verdict() == Row.Verdict.MISSED) ? 1 : 0);
    }

    private void run() throws Exception {
        for (Kind kind : List.of(Kind.FILE, Kind.SQLITE)) {
            if (options.has(kind.word())) {
                written(kind);
                onDisk(kind);
            }
        }
        if (options.has(Kind.POSTGRESQL.word())) {
            written(Kind.POSTGRESQL);
            served();
        }
        if (options.has("study")) {
            shared();
        }
        out.printf(
                "%d rows, %d missed, %d skipped%n", rows.size(), count(Row.Verdict.MISSED), count(Row.Verdict.SKIPPED));
    }

    private long count(Row.Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    private void row(String name, String asked, Row.Fault fault) {
        Row row = Row.of(name, asked, fault);
        rows.add(row);
        out.println(row);
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(home, "fault");
    }

    /** What happens to those who write. */
    private void written(Kind kind) throws Exception {
        Writers writers = new Writers(kind, folder());
        row(
                options.kills() + " kills (-9) of a process that appends, " + kind.title(),
                "0 lost, 0 twice, 0 gaps, opened again < 2 s",
                () -> writers.killed(options.kills()));
        row(
                PROCESSES + " processes × " + EACH + " trials, " + kind.title(),
                "each once, 0 errors, longest wait < 10 s",
                () -> writers.together(PROCESSES, EACH));
        row(LONG + " lines, " + kind.title(), "read < 1 s, news < 2 ms", () -> writers.length(LONG));
    }

    /** What happens to a disk. */
    private void onDisk(Kind kind) throws Exception {
        row(
                options.powerCuts() + " power cuts, " + kind.title(),
                "0 lost, 0 unreadable",
                () -> PowerCuts.strike(kind, options.powerCuts()));
        row(
                "full disk, " + kind.title(),
                "error within 1 s that names the file, 0 lost, goes on when there is room",
                () -> FullDisk.strike(kind, folder()));
        if (kind == Kind.FILE) {
            row(
                    "each bit flipped, text journal",
                    "all noticed, other trials readable",
                    () -> FileFaults.flips(folder()));
            row(
                    "torn tail at each byte, then 3 appends, text journal",
                    "only what was not kept is missing",
                    () -> FileFaults.torn(folder()));
        } else {
            row(
                    "bits flipped in each row, SQLite",
                    "all noticed, other trials readable",
                    () -> SqliteFaults.rows(folder(), FLIPS_A_ROW));
            row(
                    FLIPS + " bits flipped anywhere, SQLite",
                    "noticed, or without effect",
                    () -> SqliteFaults.flips(folder(), FLIPS));
        }
    }

    /** What happens to a server and its network. */
    private void served() {
        row(
                "64 connections, batches of 32 trials, PostgreSQL",
                "≥ 2000 trials/s, 0 twice",
                () -> PostgresFaults.crowd());
        row(
                "10 restarts (immediate) during 1000 trials, PostgreSQL",
                "0 lost, 0 twice, no error",
                () -> PostgresFaults.restarts(2000, 10));
        row("1000 lost answers, PostgreSQL", "0 lost, 0 twice, no error", () -> PostgresFaults.resets(5000, 1000));
        row(
                options.networkCuts() + " cuts of the network for 20 s, PostgreSQL",
                "0 lost, 0 twice, no call takes > 35 s",
                () -> PostgresFaults.cuts(5000, options.networkCuts(), CUT, ""));
        row(
                "a server that says nothing any more, PostgreSQL",
                "an error within 35 s, then it goes on",
                PostgresFaults::silence);
    }

    /** What happens to those who run one study. */
    private void shared() {
        for (Kind kind : List.of(Kind.FILE, Kind.SQLITE)) {
            String name = kind == Kind.SQLITE ? "s.db" : "s.journal";
            row(
                    "a process is suspended (SIGSTOP) past the patience of another, and goes on, " + kind.title(),
                    "its result refused, trial finished once",
                    () -> StudyFaults.suspended(folder().resolve(name)));
            row(
                    "a process is killed between the finding of a dead one and the retry, " + kind.title(),
                    "exactly one retry",
                    () -> StudyFaults.buried(folder().resolve(name)));
        }
        row(
                "clocks wrong by ±1 h, and one that steps back by 1 h",
                "no false stale trial",
                () -> StudyFaults.clocks(folder()));
        row(
                "a process whose clock is wrong by ±1 h is killed",
                "no missed stale trial",
                () -> StudyFaults.deadClocks(folder()));
        row(
                "native access denied (--illegal-native-access=deny)",
                "text journal with one line, the study runs",
                () -> StudyFaults.denied(folder()));
        for (Kind kind : Kind.values()) {
            for (String sampler : List.of("random", "tpe")) {
                row(
                        String.format(Locale.ROOT, "%,d finished trials, %s, %s", LONG, sampler, kind.title()),
                        "open < 1 s, news < 2 ms, ask < 20 ms",
                        () -> LongStudy.strike(kind, folder(), sampler, LONG));
            }
        }
    }
}
