package dev.fettle.bench;

import dev.fettle.data.Bundled;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.journal.NoJournal;
import dev.fettle.learner.Learners;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.GridSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The grid of the tutorial, ours and scikit-learn's in turn: same rows, same folds, same settings. */
final class IrisBench {
    private static final SearchSpace SPACE = SpaceText.parse("""
            hidden_layer_sizes in {(50), (100), (150)}
            activation         in {tanh, relu}
            solver             in {sgd, adam}
            alpha              in {0.0001, 0.001, 0.01}
            learning_rate      in {constant, adaptive}
            """);
    /** 72 points, 5 folds, at most 200 epochs, 96 rows; 4·h and 3·h weights, for the mean h of 100. */
    private static final double GIGAFLOP = 72 * 5 * 200 * 96.0 * (2 * 7 + 2 * 7 + 2 * 3) * 100 / 1e9;

    private final Peer peer;
    private final int rounds;

    IrisBench(Peer peer, int rounds) {
        this.peer = peer;
        this.rounds = rounds;
    }

    /** Seconds for the grid without the refit, and the mean accuracy, which must be that of the other. */
    private record Timing(double seconds, double accuracy) {}

    /** Runs it with as many rounds as the only argument says. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        try (Peer peer = Peer.start("iris.py")) {
            new IrisBench(peer, rounds).run(System.out);
        }
    }

    private void run(PrintStream out) throws IOException {
        out.println("scikit-learn " + peer.ask("version") + " · Java " + System.getProperty("java.version"));
        double cold = ours(1, 0).seconds();
        print(out, "first run of this JVM, 1 worker: %.2f s%n", cold);
        print(
                out,
                "as a cell runs it, points that differ only in what is not read once: %.2f s%n",
                ours(1, 0, true).seconds());
        double[] single = new double[1];
        for (int workers : new int[] {1, 2}) {
            List<Timing> our = new ArrayList<>();
            List<Timing> their = new ArrayList<>();
            theirs(workers, 0);
            for (int r = 1; r <= rounds; r++) {
                our.add(ours(workers, r));
                their.add(theirs(workers, r));
                print(
                        out,
                        "workers %d round %d: Fettle %.2f s (accuracy %.4f), scikit-learn %.2f s (%.4f)%n",
                        workers,
                        r,
                        our.get(r - 1).seconds(),
                        our.get(r - 1).accuracy(),
                        their.get(r - 1).seconds(),
                        their.get(r - 1).accuracy());
            }
            double median = summary(out, workers, our, their);
            single[0] = workers == 1 ? median : single[0];
            if (workers == 2) {
                print(out, "two workers are %.2f× one%n", single[0] / median);
            }
        }
        double peak = Peak.gigaflops();
        print(
                out,
                "job: at most %.1f Gflop in multiplications and additions, activations not counted; %.1f Gflop/s = %.0f %% of the %.0f Gflop/s that one core reaches from registers in Java%n",
                GIGAFLOP,
                GIGAFLOP / single[0],
                100 * GIGAFLOP / single[0] / peak,
                peak);
    }

    /** Medians and their ratio. */
    private double summary(PrintStream out, int workers, List<Timing> our, List<Timing> their) {
        Paired paired = new Paired(seconds(our), seconds(their));
        double median = Paired.median(paired.our());
        print(
                out,
                "workers %d: Fettle %.2f s, scikit-learn %.2f s (medians of %d): %s%n",
                workers,
                median,
                Paired.median(paired.their()),
                rounds,
                paired.ratio());
        return median;
    }

    private static double[] seconds(List<Timing> timings) {
        return timings.stream().mapToDouble(Timing::seconds).toArray();
    }

    private static Timing ours(int workers, long state) {
        return ours(workers, state, false);
    }

    private static Timing ours(int workers, long state, boolean shared) {
        Task task = Task.of(
                Bundled.dataset("iris", null), 0.2, 5, Learners.of("mlp"), List.of(Metrics.ACCURACY), Map.of(), 42);
        StudyConfig config = StudyConfig.of("iris", SPACE, Goal.maximize("accuracy"), new GridSampler())
                .withSeed(state)
                .withEssence(shared ? task.essence() : StudyConfig.WHOLE);
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long start = System.nanoTime();
        new Runner(pool, InstantSource.system())
                .run(study.begin(Budget.unlimited()), task.objective(), Limits.jobs(workers));
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        double accuracy = study.trials()
                .completed()
                .mapToDouble((Trial.Completed t) -> t.score().value())
                .average()
                .orElse(Double.NaN);
        return new Timing(seconds, accuracy);
    }

    private Timing theirs(int workers, int state) throws IOException {
        String[] answer = peer.ask(workers + " " + state).split(" ", -1);
        return new Timing(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]));
    }

    private static void print(PrintStream out, String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
