package dev.fettle.bench;

import dev.fettle.journal.NoJournal;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a trial costs when its objective costs nothing: ours with everything a notebook run has (journal in memory, a
 * thread for the trials), Optuna's ask and tell. Same space: 2 categories, 1 whole and 2 logarithmic numbers. Then each
 * sampler's thinking and memory.
 */
final class OverheadBench {
    private static final int MANY = 100_000;

    private final Peer peer;
    private final PrintStream out;
    private final Ground ground = Ground.mixed();
    private final int rounds;

    private OverheadBench(Peer peer, PrintStream out, int rounds) {
        this.peer = peer;
        this.out = out;
        this.rounds = rounds;
    }

    /** Runs it with as many rounds as the only argument says. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        try (Peer peer = Peer.start("overhead.py")) {
            new OverheadBench(peer, System.out, rounds).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        print("Optuna %s · Java %s%n", peer.ask("version"), System.getProperty("java.version"));
        print("first run of this JVM, %,d trials: %.1f µs a trial%n", MANY, ours(MANY, 1));
        compare("random", 10_000);
        compare("tpe", 1_000);
        for (int jobs = 1; jobs <= 2; jobs++) {
            double[] micros = new double[rounds];
            for (int r = 0; r < rounds; r++) {
                micros[r] = ours(MANY, jobs);
            }
            print("Fettle, %,d trials, %d at once: %.1f µs a trial%n", MANY, jobs, Paired.median(micros));
        }
        print("Fettle, %,d trials: %d bytes a finished trial%n", MANY, bytes());
        new KeptOverhead(peer, out, rounds).run();
        new SamplerLatency(peer, out, rounds).run();
        SamplerMemory.run(out);
    }

    /** Ours, always with the random sampler, and one of Optuna's in turn. */
    private void compare(String sampler, int trials) throws IOException {
        double[] our = new double[rounds];
        double[] their = new double[rounds];
        for (int r = 0; r < rounds; r++) {
            our[r] = ours(trials, 1);
            their[r] = Double.parseDouble(peer.ask(sampler + " " + trials));
        }
        print(
                "%,d trials: Fettle random %.1f µs a trial, Optuna %s %.1f µs (medians of %d): %s%n",
                trials, Paired.median(our), sampler, Paired.median(their), rounds, new Paired(our, their).ratio());
    }

    private double ours(int trials, int jobs) {
        long start = System.nanoTime();
        study(trials, jobs);
        return (System.nanoTime() - start) / 1e3 / trials;
    }

    /** The heap that a study keeps alive, over its trials. */
    private long bytes() {
        long before = Heap.used();
        Study study = study(MANY, 1);
        long after = Heap.used();
        return (after - before) / study.trials().size();
    }

    private Study study(int trials, int jobs) {
        StudyConfig config = StudyConfig.of("overhead", ground.space(), Goal.minimize("loss"), new RandomSampler());
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        ExecutorService pool = Executors.newFixedThreadPool(jobs);
        Objective objective = Objective.of(ground.loss());
        new Runner(pool, InstantSource.system()).run(study.begin(Budget.trials(trials)), objective, Limits.jobs(jobs));
        pool.shutdown();
        return study;
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
