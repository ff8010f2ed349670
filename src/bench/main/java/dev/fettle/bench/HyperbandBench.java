package dev.fettle.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fettle.journal.NoJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.hyperband.HyperbandSampler;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many epochs of the net on the digits it takes to reach what random search with all epochs has as its median best:
 * Hyperband and ASHA, ours and Optuna's {@code HyperbandPruner}, on the same learning curves. Reached means that a trial with
 * all epochs scores as much.
 */
final class HyperbandBench {
    private static final int POINTS = 300;
    /** Trials of the random search. */
    private static final int TRIALS = 60;

    private static final int ETA = 3;
    private static final int[] RUNGS = {1, 3, 9, 27, 81};
    private static final Goal GOAL = Goal.maximize("accuracy");

    private final CurvesPool pool;
    private final Peer peer;
    private final PrintStream out;

    private HyperbandBench(CurvesPool pool, Peer peer, PrintStream out) {
        this.pool = pool;
        this.peer = peer;
        this.out = out;
    }

    /**
     * What it took; infinite if it was not reached.
     *
     * @param epochs where models go on
     * @param anew epochs where each trial starts from the beginning
     */
    record Took(double epochs, double anew) {
        static final Took NEVER = new Took(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Runs it with as many seeds as the only argument says. */
    public static void main(String[] arguments) throws IOException {
        int seeds = Integer.parseInt(arguments[0]);
        long start = System.nanoTime();
        CurvesPool pool = CurvesPool.train(POINTS, RUNGS);
        System.out.printf(
                Locale.ROOT,
                "%d nets on the digits, 3 folds, after %s epochs: trained in %.0f s%n",
                POINTS,
                Arrays.toString(RUNGS),
                (System.nanoTime() - start) / 1e9);
        try (Peer peer = Peer.start("hyperband.py")) {
            new HyperbandBench(pool, peer, System.out).run(seeds);
        }
    }

    private void run(int seeds) throws IOException {
        out.println("optuna " + peer.ask("version") + " · Java " + System.getProperty("java.version"));
        peer.ask(new ObjectMapper().writeValueAsString(Map.of("rungs", pool.rungs(), "curves", pool.scores())));
        List<int[]> orders = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            orders.add(order(seed));
        }
        double target = Paired.median(
                orders.stream().mapToDouble(order -> pool.best(order, TRIALS)).toArray());
        int full = TRIALS * pool.most();
        print(
                "random search, %d trials of %d epochs: %d epochs; median best of %d seeds %.4f%n",
                TRIALS, pool.most(), full, seeds, target);
        List<Took> random = new ArrayList<>();
        List<Took> hyperband = new ArrayList<>();
        List<Took> asha = new ArrayList<>();
        List<Took> optuna = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            random.add(random(orders.get(seed - 1), target));
            hyperband.add(ours(pool, HyperbandSampler.of(RUNGS[0], pool.most(), ETA), seed, target));
            asha.add(ours(pool, new AshaSampler(RUNGS[0], pool.most(), ETA), seed, target));
            optuna.add(theirs(seed, target, orders.get(seed - 1)));
        }
        print("epochs to reach it (median; quartiles; share of the random search's):%n");
        row("random search", random, Took::epochs, full);
        row("Fettle hyperband, models go on", hyperband, Took::epochs, full);
        row("Fettle hyperband, each trial anew", hyperband, Took::anew, full);
        row("Fettle ASHA, models go on", asha, Took::epochs, full);
        row("Optuna HyperbandPruner", optuna, Took::epochs, full);
    }

    /** As random search goes through the points. */
    private int[] order(long seed) {
        return new RandomSampler()
                        .start(Question.of(pool.space(), GOAL), new Seed(seed))
                        .propose(pool.size(), () -> true)
                        .proposals()
                        .stream()
                        .mapToInt(proposal -> proposal.point().whole("point"))
                        .toArray();
    }

    private Took random(int[] order, double target) {
        for (int i = 0; i < order.length; i++) {
            if (pool.last(order[i]) >= target) {
                return new Took((i + 1.0) * pool.most(), (i + 1.0) * pool.most());
            }
        }
        return Took.NEVER;
    }

    /** What a sampler of ours takes, one trial after the other. */
    static Took ours(CurvesPool pool, Sampler sampler, long seed, double target) {
        StudyConfig config =
                StudyConfig.of("curves", pool.space(), GOAL, sampler).withSeed(seed);
        Study study = Study.open(config, new NoJournal(), InstantSource.system());
        Lease lease = study.begin(Budget.unlimited().withOnError(Budget.OnError.IGNORE));
        Map<Integer, Integer> spent = new HashMap<>();
        double epochs = 0;
        double anew = 0;
        for (Optional<Trial.Running> next = lease.ask(() -> true); next.isPresent(); next = lease.ask(() -> true)) {
            Trial.Running trial = next.get();
            int resource = trial.proposal().resource();
            Integer from = trial.proposal().from();
            spent.put(trial.number(), resource);
            anew += resource;
            epochs += resource - (from == null ? 0 : spent.getOrDefault(from, 0));
            double score = pool.score(trial.point(), resource);
            if (resource == pool.most() && score >= target) {
                return new Took(epochs, anew);
            }
            if (Double.isNaN(score)) {
                lease.fail(trial.number(), trial.attempt(), Failure.thrown("ArithmeticException", "diverged"));
            } else {
                lease.tell(trial.number(), trial.attempt(), Score.of(score));
            }
        }
        return Took.NEVER;
    }

    private Took theirs(int seed, double target, int[] order) throws IOException {
        String answer =
                peer.ask(new ObjectMapper().writeValueAsString(Map.of("seed", seed, "target", target, "order", order)));
        return answer.equals("never") ? Took.NEVER : new Took(Double.parseDouble(answer), Double.NaN);
    }

    private void row(String who, List<Took> all, ToDoubleFunction<Took> epochs, int full) {
        double[] sorted = all.stream().mapToDouble(epochs).sorted().toArray();
        int n = sorted.length;
        double median = Paired.median(sorted);
        print(
                "%-34s %6.0f; %.0f … %.0f; %.2f; reached by %d of %d seeds%n",
                who,
                median,
                sorted[n / 4],
                sorted[n - 1 - n / 4],
                median / full,
                Arrays.stream(sorted).filter(Double::isFinite).count(),
                n);
    }

    private void print(String format, Object... arguments) {
        out.printf(Locale.ROOT, format, arguments);
        out.flush();
    }
}
