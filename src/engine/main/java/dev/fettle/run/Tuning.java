package dev.fettle.run;

import dev.fettle.journal.MemoryJournal;
import dev.fettle.random.Seed;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;

/**
 * The short way from a space and an objective to results, for programs:
 *
 * <pre>{@code
 * History history = Tuning.minimize("loss", space, point -> loss(point)).trials(200).jobs(4).run();
 * }</pre>
 *
 * <p>Each method gives a new value; nothing runs before {@link #run}. The result depends on neither the jobs nor the
 * machine. Immutable, for any thread.
 *
 * @param goals at least one
 * @param points to be run before the sampler's own
 */
public record Tuning(
        SearchSpace space,
        List<Goal> goals,
        Objective objective,
        Sampler sampler,
        Budget budget,
        Limits limits,
        Seed seed,
        List<Point> points) {
    private static final int TRIALS = 60;

    public Tuning {
        goals = List.copyOf(goals);
        points = List.copyOf(points);
    }

    /** Random search for the highest value of a function. */
    public static Tuning maximize(String metric, SearchSpace space, ToDoubleFunction<Point> function) {
        return of(Goal.maximize(metric), space, Objective.of(function));
    }

    /** Random search for the lowest value of a function. */
    public static Tuning minimize(String metric, SearchSpace space, ToDoubleFunction<Point> function) {
        return of(Goal.minimize(metric), space, Objective.of(function));
    }

    /** Random search, 60 trials, one job, seed 42: what the other methods change. */
    public static Tuning of(Goal goal, SearchSpace space, Objective objective) {
        return new Tuning(
                space,
                List.of(goal),
                objective,
                new RandomSampler(),
                Budget.trials(TRIALS),
                Limits.jobs(1),
                new Seed(42),
                List.of());
    }

    /** Another way to choose points. */
    public Tuning sampler(Sampler other) {
        return new Tuning(space, goals, objective, other, budget, limits, seed, points);
    }

    /** Another total of trials, at least 1; {@link Budget#ALL} for as many as the sampler has. */
    public Tuning trials(int total) {
        return within(budget.withTrials(total));
    }

    /** Ends after this time, positive; what runs then is interrupted. */
    public Tuning time(Duration time) {
        return within(budget.withTime(time));
    }

    /** Ends at a score that is good enough. */
    public Tuning until(double score) {
        return within(budget.withUntil(score));
    }

    /** Ends after so many trials without a better score, at least 1. */
    public Tuning patience(int trials) {
        return within(budget.withPatience(trials));
    }

    /** What failed trials mean for the run. */
    public Tuning onError(Budget.OnError rule) {
        return within(budget.withOnError(rule));
    }

    /** All limits at once. */
    public Tuning within(Budget other) {
        return new Tuning(space, goals, objective, sampler, other, limits, seed, points);
    }

    /** How many trials run at once, at least 1; the objective is then called by many threads. */
    public Tuning jobs(int jobs) {
        return limited(new Limits(jobs, limits.trialTime()));
    }

    /** A trial over this time, positive, is interrupted and failed. */
    public Tuning trialTime(Duration time) {
        return limited(new Limits(limits.jobs(), time));
    }

    private Tuning limited(Limits other) {
        return new Tuning(space, goals, objective, sampler, budget, other, seed, points);
    }

    /** Another name for all random numbers. */
    public Tuning seed(long value) {
        return new Tuning(space, goals, objective, sampler, budget, limits, new Seed(value), points);
    }

    /** A point to be run before the sampler's own, behind those given before. */
    public Tuning trying(Point point) {
        List<Point> all = new ArrayList<>(points);
        all.add(point);
        return new Tuning(space, goals, objective, sampler, budget, limits, seed, all);
    }

    /**
     * Runs to the end on threads of its own. An interrupt of the calling thread ends it early, with the trials that were
     * finished.
     *
     * @throws IllegalArgumentException if the space does not fit the sampler, or a point does not lie in it
     */
    public History run() {
        InstantSource clock = InstantSource.system();
        StudyConfig config = new StudyConfig("tuning", space, goals, sampler, seed, 1, Map.of());
        Study study = Study.open(config, budget, new MemoryJournal(), clock);
        points.forEach(study::enqueue);
        ExecutorService pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fettle-trial");
            thread.setDaemon(true);
            return thread;
        });
        try {
            new Runner(pool, clock).run(study, objective, limits);
        } finally {
            pool.shutdownNow();
        }
        return study.trials();
    }
}
