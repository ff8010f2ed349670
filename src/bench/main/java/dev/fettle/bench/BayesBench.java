package dev.fettle.bench;

import dev.fettle.data.Bundled;
import dev.fettle.data.Dataset;
import dev.fettle.evaluation.Task;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.journal.NoJournal;
import dev.fettle.learner.CrossVal;
import dev.fettle.learner.Learners;
import dev.fettle.mlp.Mlp;
import dev.fettle.run.Limits;
import dev.fettle.run.Runner;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
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
import java.util.function.ToDoubleFunction;

/**
 * The Bayesian cell of the tutorial, 10 + 100 trials of the net on Iris, ours and bayes_opt's on scikit-learn in turn: same
 * space, same rows, same folds. With two workers we evaluate two trials at once; bayes_opt knows no such thing, and
 * scikit-learn shares the folds of each trial.
 */
final class BayesBench {
    static final SearchSpace SPACE = SpaceText.parse("""
            hidden     in {(50), (100), (150), (100, 50)}
            activation in {tanh, relu}
            alpha      ~ logUniform(1e-5, 1e-1) default 1e-4
            momentum   ~ uniform(0.5, 0.99)     default 0.9
            """);
    private static final int INIT = 10;
    private static final int TRIALS = 110;

    private final Peer peer;
    private final PrintStream out;
    private final int rounds;

    private BayesBench(Peer peer, PrintStream out, int rounds) {
        this.peer = peer;
        this.out = out;
        this.rounds = rounds;
    }

    /**
     * One run.
     *
     * @param seconds of the whole
     * @param thinking seconds of these in the optimiser
     * @param best accuracy
     */
    record Timing(double seconds, double thinking, double best) {
        double share() {
            return 100 * thinking / seconds;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.2f s (optimiser %.2f s, %.1f %%; best %.4f)", seconds, thinking, share(), best);
        }
    }

    /** Runs it with as many rounds as the only argument says. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        try (Peer peer = Peer.start("bayes.py")) {
            new BayesBench(peer, System.out, rounds).run();
        }
    }

    private void run() throws IOException {
        print("bayes_opt %s · Java %s%n", peer.ask("version"), System.getProperty("java.version"));
        print("first run of this JVM, 1 worker: %s%n", ours(1, 0, TRIALS));
        for (int workers : new int[] {1, 2}) {
            List<Timing> our = new ArrayList<>();
            List<Timing> their = new ArrayList<>();
            for (int r = 1; r <= rounds; r++) {
                our.add(ours(workers, r, TRIALS));
                their.add(theirs(workers, r));
                print("workers %d round %d: Fettle %s, bayes_opt %s%n", workers, r, our.get(r - 1), their.get(r - 1));
            }
            summary(workers, our, their);
        }
    }

    private void summary(int workers, List<Timing> our, List<Timing> their) {
        Paired paired = new Paired(all(our, Timing::seconds), all(their, Timing::seconds));
        print(
                "workers %d: Fettle %.2f s (optimiser %.1f %%), bayes_opt %.2f s (%.1f %%) (medians of %d): %s%n",
                workers,
                Paired.median(paired.our()),
                Paired.median(all(our, Timing::share)),
                Paired.median(paired.their()),
                Paired.median(all(their, Timing::share)),
                rounds,
                paired.ratio());
    }

    private static double[] all(List<Timing> timings, ToDoubleFunction<Timing> which) {
        return timings.stream().mapToDouble(which).toArray();
    }

    /** Ours through the engine, as a cell runs; two workers need a batch of two, as each proposal else waits for the last. */
    static Timing ours(int workers, long state, int trials) {
        Stopwatch sampler = new Stopwatch(new BayesSampler().withInit(INIT));
        StudyConfig config = StudyConfig.of("irisBo", SPACE, Goal.maximize("accuracy"), sampler)
                .withSeed(state)
                .withBatch(workers)
                .withTrials(trials)
                .trying(SPACE.defaults().orElseThrow(), "default");
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        Objective objective = objective();
        // One thread more for whoever asks.
        ExecutorService pool = Executors.newFixedThreadPool(workers + 1);
        long start = System.nanoTime();
        new Runner(pool, InstantSource.system())
                .run(study.begin(Budget.trials(trials)), objective, Limits.jobs(workers));
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        double best = study.trials()
                .completed()
                .mapToDouble((Trial.Completed t) -> t.score().value())
                .max()
                .orElse(Double.NaN);
        return new Timing(seconds, sampler.seconds(), best);
    }

    private static Objective objective() {
        Dataset train = Task.of(
                        Bundled.dataset("iris", null),
                        0.2,
                        5,
                        Learners.of("mlp"),
                        List.of(Metrics.ACCURACY),
                        Map.of(),
                        42)
                .train();
        double[][] x = train.x();
        int[] y = ((Dataset.Classes) train.target()).y();
        return (point, probe) -> {
            Mlp net = Mlp.of(point.wholes("hidden"))
                    .activation(point.text("activation"))
                    .alpha(point.real("alpha"))
                    .momentum(point.real("momentum"))
                    .seed(probe.seed());
            return Score.of(CrossVal.crossVal(net, x, y, 5));
        };
    }

    private Timing theirs(int workers, int state) throws IOException {
        String[] answer = peer.ask(workers + " " + state).split(" ", -1);
        return new Timing(Double.parseDouble(answer[0]), Double.parseDouble(answer[1]), Double.parseDouble(answer[2]));
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
