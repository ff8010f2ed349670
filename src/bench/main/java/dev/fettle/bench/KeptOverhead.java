package dev.fettle.bench;

import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.store.Store;
import dev.fettle.store.sqlite.SqliteStore;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * What a trial costs beside its objective when the study is kept in a file of SQLite, ours and Optuna's, with random points. Both
 * files are on the disk of the folder for temporary files; at the end of a study everything is kept.
 */
final class KeptOverhead {
    private static final int TRIALS = 300;

    /** Ours costs at most this part of theirs. */
    private static final int PART = 20;

    private final Peer peer;
    private final PrintStream out;
    private final int rounds;
    private final Ground ground = Ground.mixed();

    KeptOverhead(Peer peer, PrintStream out, int rounds) {
        this.peer = peer;
        this.out = out;
        this.rounds = rounds;
    }

    void run() throws IOException {
        Path folder = Files.createTempDirectory("fettle-overhead");
        try {
            ours(folder.resolve("warm.db"));
            double[] our = new double[rounds];
            double[] their = new double[rounds];
            for (int r = 0; r < rounds; r++) {
                our[r] = ours(folder.resolve("our" + r + ".db"));
                their[r] = Double.parseDouble(peer.ask("random " + TRIALS + " " + folder.resolve("their" + r + ".db")));
            }
            double least = Paired.median(their) / Paired.median(our);
            out.printf(
                    Locale.ROOT,
                    "%,d trials in a file of SQLite: Fettle %.1f µs a trial, Optuna %.1f µs (medians of %d): %s; asked: %d×, %s%n",
                    TRIALS,
                    Paired.median(our),
                    Paired.median(their),
                    rounds,
                    new Paired(our, their).ratio(),
                    PART,
                    least >= PART ? "ok" : "missed");
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    /** Microseconds a trial, until all is kept. */
    private double ours(Path file) throws IOException {
        StudyConfig config = StudyConfig.of("overhead", ground.space(), Goal.minimize("loss"), new RandomSampler());
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try (Store store = SqliteStore.open(file)) {
            long start = System.nanoTime();
            Study study = Study.open(config, new KeptJournal(store.lines("overhead")), InstantSource.system());
            try (Lease lease = study.begin(Budget.trials(TRIALS))) {
                new Runner(pool, InstantSource.system()).run(lease, Objective.of(ground.loss()), Limits.jobs(1));
            }
            return (System.nanoTime() - start) / 1e3 / TRIALS;
        } finally {
            pool.shutdown();
        }
    }
}
