package dev.fettle.run;

import dev.fettle.journal.Journal;
import dev.fettle.journal.NoJournal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.pruner.MedianPruner;
import dev.fettle.sampler.GridSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.bayes.BayesSampler;
import dev.fettle.sampler.cma.CmaSampler;
import dev.fettle.sampler.genetic.GeneticSampler;
import dev.fettle.sampler.gradient.GradientSampler;
import dev.fettle.sampler.hyperband.HyperbandSampler;
import dev.fettle.sampler.swarm.SwarmSampler;
import dev.fettle.sampler.tpe.TpeSampler;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A study of each method, to be run in a process that may be killed: it says a line for each evaluation, then its table. */
final class MethodRun {
    static final Map<String, Sampler> METHODS = Map.of(
            "grid", new GridSampler(),
            "random", new RandomSampler(),
            "bayes", new BayesSampler().withInit(4),
            "tpe", new TpeSampler().withInit(4),
            "cmaes", new CmaSampler(),
            "genetic", new GeneticSampler(),
            "swarm", new SwarmSampler(),
            "gradient", new GradientSampler(),
            "hyperband", HyperbandSampler.of(1, 9, 3));

    static final int TRIALS = 24;
    private static final SearchSpace LINE = SearchSpace.of(Real.uniform("x", -1, 1), Real.uniform("y", 1, 2));
    private static final SearchSpace GRID =
            SearchSpace.of(Choice.of("x", 0.1, 0.2, 0.4, 0.8), Choice.of("y", 1.0, 1.5, 2.0, 3.0, 4.0, 5.0));

    private MethodRun() {}

    /** Arguments: the journal, the method, how many jobs. */
    public static void main(String[] arguments) throws IOException {
        try (Store store = Stores.open(arguments[0]).store()) {
            Journal journal = new KeptJournal(store.lines("s"));
            List<String> table = table(journal, arguments[1], Integer.parseInt(arguments[2]), (point, probe) -> {
                synchronized (MethodRun.class) {
                    System.out.println("trial " + probe.number());
                }
                return score(point, probe);
            });
            System.out.println("end");
            table.forEach(System.out::println);
        }
    }

    static List<String> table(String method) {
        return table(new NoJournal(), method, 1, MethodRun::score);
    }

    private static List<String> table(Journal journal, String method, int jobs, Objective objective) {
        StudyConfig config = StudyConfig.of(
                        "s",
                        method.equals("grid") ? GRID : LINE,
                        Goal.minimize("loss"),
                        Objects.requireNonNull(METHODS.get(method)))
                .withTrials(TRIALS)
                .withBatch(2);
        config = method.equals("hyperband") ? config.withMostResource(9) : config;
        config = method.equals("tpe") ? config.withPruner(new MedianPruner()) : config;
        Study study = Study.open(config, journal, InstantSource.system());
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            study.join(Budget.trials(TRIALS)).ifPresent(run -> {
                try (Lease lease = run) {
                    new Runner(pool, InstantSource.system()).run(lease, objective, Limits.jobs(jobs));
                }
            });
        } finally {
            pool.shutdownNow();
        }
        List<String> rows = new ArrayList<>();
        study.trials().trials().forEach(trial -> rows.add(row(trial)));
        return rows;
    }

    private static String row(Trial.Finished trial) {
        String end = trial.match(c -> c.score().toString(), p -> "pruned " + p.reason(), f -> f.failure()
                .toString());
        return trial.number() + " " + trial.proposal() + " " + trial.reports() + " " + end + " " + trial.source();
    }

    private static Score score(Point point, Probe probe) {
        double x = point.real("x");
        double y = point.real("y");
        if (x > 0.7) {
            throw new IllegalStateException("x = " + x);
        }
        double loss = x * x + y / (1 + probe.resource());
        for (int step = 1; step <= 3; step++) {
            if (!probe.report(step, loss + 1.0 / step)) {
                break;
            }
        }
        return Score.of(loss).withGradient(List.of(2 * x, 1.0 / (1 + probe.resource())));
    }
}
