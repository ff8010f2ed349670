package dev.fettle.bench.crowd;

import dev.fettle.bench.problem.Problem;
import dev.fettle.bench.problem.ProblemFile;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.hyperband.AshaSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Goal;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How busy a thousand workers are with trials of ten seconds, a tenth more or less: {@code ./fettle bench workers}. A proposal of a
 * sampler that listens knows all but the last 1,200 trials, one of a sampler with generations those of 10,000 points.
 */
public final class Crowd {
    private static final int WORKERS = 1_000;
    private static final double SECONDS = 10;
    private static final double SPREAD = 0.1;

    /** A fifth more than the workers, so that nobody waits for the slowest. */
    private static final int BATCH = 1_200;

    private static final int GENERATION = 10 * WORKERS;
    private static final double SHARE = 0.95;

    private Crowd() {}

    /** Runs all, or those whose names follow, with as many trials as the first argument says. */
    public static void main(String[] arguments) {
        if (!run(Integer.parseInt(arguments[0]), List.of(arguments), System.out)) {
            System.exit(1);
        }
    }

    private static Map<String, Sampler> samplers() {
        Map<String, Sampler> samplers = new LinkedHashMap<>();
        samplers.put("random", new RandomSampler());
        samplers.put("sobol", new RandomSampler(true));
        samplers.put("tpe", new TpeSampler());
        samplers.put("bayes", new BayesSampler());
        samplers.put("asha", new AshaSampler(1, 9, 3));
        samplers.put("cmaes", new CmaSampler(1.0 / 6, GENERATION, 0, 1, true, true, true));
        samplers.put("genetic", new GeneticSampler().withPopulation(GENERATION));
        samplers.put("swarm", new SwarmSampler().withParticles(GENERATION));
        return samplers;
    }

    /** Whether all were busy enough. */
    static boolean run(int trials, List<String> words, PrintStream out) {
        boolean all = true;
        for (Map.Entry<String, Sampler> one : samplers().entrySet()) {
            if (words.size() > 1 && !words.contains(one.getKey())) {
                continue;
            }
            Simulation.Outcome outcome = simulation(one.getValue(), trials).run();
            out.printf(
                    Locale.ROOT,
                    "%-8s %,d workers, %,d trials of %.0f s ± %.0f %%: %.1f %% busy; an ask takes %s%n",
                    one.getKey(),
                    WORKERS,
                    outcome.points().size(),
                    SECONDS,
                    100 * SPREAD,
                    100 * outcome.busy(),
                    said(outcome.asks()));
            all &= outcome.busy() >= SHARE;
        }
        return all;
    }

    static Simulation simulation(Sampler sampler, int trials) {
        Problem problem = ProblemFile.load("hartmann6");
        StudyConfig config = StudyConfig.of("crowd", problem.space(), Goal.minimize("loss"), sampler)
                .withBatch(BATCH)
                .withTrials(trials);
        if (sampler instanceof AshaSampler asha) {
            config = config.withMostResource(asha.most());
        }
        return new Simulation(config, problem::evaluate, WORKERS, trials, SECONDS, SPREAD);
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
}
