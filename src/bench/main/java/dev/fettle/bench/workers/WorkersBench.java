package dev.fettle.bench.workers;

import dev.fettle.bench.problem.Problem;
import dev.fettle.bench.problem.ProblemFile;
import dev.fettle.sampler.Pace;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.store.postgres.PostgresProcess;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Goal;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How busy a thousand workers are with trials of ten seconds, and how many trials real ones do that share a database: {@code ./fettle
 * bench workers}. A proposal of a sampler that listens knows all but the last 1,200 trials, and one of a sampler with generations
 * those before its own, of 10,000 points. These wait for the slowest trial of each, and so are asked to be busy only where trials
 * take equally long.
 */
public final class WorkersBench {
    private static final int WORKERS = 1_000;
    private static final double SECONDS = 10;
    private static final double[] SPREADS = {0, 0.1};

    /** A fifth more than the workers, so that nobody waits for the slowest. */
    private static final int BATCH = 1_200;

    private static final int GENERATION = 10 * WORKERS;
    private static final double SHARE = 0.95;

    /** The last one again, when its code is compiled. */
    private static final List<Shared> SHARED = List.of(
            new Shared(64, 1, 4_000),
            new Shared(64, 32, 20_000),
            new Shared(64, 32, 40_000),
            new Shared(64, 32, 40_000));

    private WorkersBench() {}

    /** Runs all with as many trials as the only argument says. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty(PostgresProcess.FSYNC, "on");
        boolean busy = simulated(Integer.parseInt(arguments[0]), System.out);
        // Threads of the database do not let the process end.
        System.exit(shared(System.out) && busy ? 0 : 1);
    }

    private static Map<String, Sampler> samplers() {
        Map<String, Sampler> samplers = new LinkedHashMap<>();
        samplers.put("random", new RandomSampler());
        samplers.put("sobol", new RandomSampler(true));
        samplers.put("tpe", new TpeSampler());
        samplers.put("bayes", new BayesSampler());
        samplers.put("asha", new AshaSampler(1, 9, 3));
        samplers.put("cmaes", new CmaSampler().withPopulation(GENERATION));
        samplers.put("genetic", new GeneticSampler().withPopulation(GENERATION));
        samplers.put("swarm", new SwarmSampler().withParticles(GENERATION));
        return samplers;
    }

    /** Whether all were busy enough. */
    private static boolean simulated(int trials, PrintStream out) {
        boolean all = true;
        for (Map.Entry<String, Sampler> one : samplers().entrySet()) {
            for (double spread : SPREADS) {
                Simulation simulation = simulation(one.getValue(), trials, spread);
                Simulation.Outcome outcome = simulation.run();
                out.printf(
                        Locale.ROOT,
                        "%-8s %,d workers, %,d trials of %.0f s ± %.0f %%: %.1f %% busy; an ask takes %s%n",
                        one.getKey(),
                        WORKERS,
                        outcome.points().size(),
                        SECONDS,
                        100 * spread,
                        100 * outcome.busy(),
                        said(outcome.asks()));
                all &= outcome.busy() >= SHARE || (spread > 0 && waits(simulation.config()));
            }
        }
        return all;
    }

    /** For the slowest of a generation. */
    private static boolean waits(StudyConfig config) {
        Question question = Question.of(config.space(), config.goal());
        return config.sampler().start(question, config.seed()).pace() instanceof Pace.Generation;
    }

    private static Simulation simulation(Sampler sampler, int trials, double spread) {
        Problem problem = ProblemFile.load("hartmann6");
        StudyConfig config = StudyConfig.of("workers", problem.space(), Goal.minimize("loss"), sampler)
                .withBatch(BATCH)
                .withTrials(trials);
        if (sampler instanceof AshaSampler asha) {
            config = config.withMostResource(asha.most());
        }
        return new Simulation(config, problem::evaluate, WORKERS, trials, SECONDS, spread);
    }

    private static String said(double[] asks) {
        double[] sorted = asks.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.2f ms (mean), %.0f ms at most",
                1e3 * Arrays.stream(sorted).average().orElse(0),
                1e3 * sorted[sorted.length - 1]);
    }

    /** Whether each trial was told once. */
    private static boolean shared(PrintStream out) throws Exception {
        boolean once = true;
        for (Shared shared : SHARED) {
            Shared.Outcome outcome = shared.run();
            out.printf(
                    Locale.ROOT,
                    "%d real workers on one PostgreSQL, %d at a time in each, %,d trials that take no time: %.0f trials/s,"
                            + " %d told twice, %d lost%n",
                    shared.workers(),
                    shared.jobs(),
                    shared.trials(),
                    shared.trials() / outcome.seconds(),
                    outcome.twice(),
                    outcome.lost());
            once &= outcome.twice() == 0 && outcome.lost() == 0;
        }
        return once;
    }
}
