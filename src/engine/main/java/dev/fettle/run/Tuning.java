package dev.fettle.run;

import dev.fettle.envelope.ClassSource;
import dev.fettle.envelope.Packer;
import dev.fettle.envelope.UnsendableException;
import dev.fettle.journal.Journal;
import dev.fettle.journal.NoJournal;
import dev.fettle.journal.kept.KeptJournal;
import dev.fettle.journal.kept.Stores;
import dev.fettle.pruner.Pruner;
import dev.fettle.replicate.ReplicatedObjective;
import dev.fettle.replicate.ReplicatedSampler;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Sampler;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.store.Store;
import dev.fettle.study.Earlier;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.study.StudyConfig;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Goal;
import dev.fettle.trial.History;
import dev.fettle.trial.Objective;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

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
 * @param config what is asked
 * @param budget when to stop
 * @param limits what the run may use
 * @param journal the file that keeps the run; null for none
 * @param cluster where the objective is evaluated, see {@link #on}; null for threads of this process
 */
public record Tuning(
        StudyConfig config,
        Objective objective,
        Budget budget,
        Limits limits,
        @Nullable Path journal,
        @Nullable String cluster) {
    private static final int TRIALS = 60;

    /** One that is kept nowhere. */
    public Tuning(StudyConfig config, Objective objective, Budget budget, Limits limits) {
        this(config, objective, budget, limits, null, null);
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
        return of(List.of(goal), space, objective);
    }

    /** The same for several goals, at least one; a score has a value for each. */
    public static Tuning of(List<Goal> goals, SearchSpace space, Objective objective) {
        StudyConfig config = StudyConfig.of("tuning", space, goals, new RandomSampler());
        return new Tuning(config, objective, Budget.trials(TRIALS), Limits.jobs(1));
    }

    private Tuning asking(StudyConfig other) {
        return new Tuning(other, objective, budget, limits, journal, cluster);
    }

    /** Another way to choose points. */
    public Tuning sampler(Sampler other) {
        return asking(config.withSampler(other));
    }

    /** Ends trials that are not worth finishing. */
    public Tuning pruner(Pruner other) {
        return asking(config.withPruner(other));
    }

    /** How far proposals may run ahead of results, at least 1; part of the question, unlike the jobs. */
    public Tuning batch(int ahead) {
        return asking(config.withBatch(ahead));
    }

    /**
     * Evaluates the best points again by the last trials, as {@link ReplicatedSampler} says; each evaluation has a seed of its own. Comes
     * behind {@link #sampler} and {@link #batch}, and before {@link #trying}.
     */
    public Tuning replicated() {
        StudyConfig other = config.withSampler(new ReplicatedSampler(config.sampler(), config.batch()))
                .withMostResource(1);
        return new Tuning(other, ReplicatedObjective.of(objective), budget, limits, journal, cluster);
    }

    /** Another name for all random numbers. */
    public Tuning seed(long value) {
        return asking(config.withSeed(value));
    }

    /**
     * A point to be run before the sampler's own, behind those given before.
     *
     * @throws IllegalArgumentException if it does not lie in the space
     */
    public Tuning trying(Point point) {
        return asking(config.trying(point, "try"));
    }

    /**
     * What an earlier run has to say, if its points fit this space: its ten best are run first and, if the goals are the
     * same, a sampler that learns knows all its results from the beginning.
     */
    public Tuning from(History earlier) {
        return asking(Earlier.of(earlier, config.space()).into(config, "earlier"));
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
        return new Tuning(config, objective, other, limits, journal, cluster);
    }

    /** How many trials run at once, at least 1; the objective is then called by many threads. */
    public Tuning jobs(int jobs) {
        return new Tuning(config, objective, budget, new Limits(jobs, limits.trialTime()), journal, cluster);
    }

    /** A trial over this time, positive, is interrupted and failed. */
    public Tuning trialTime(Duration time) {
        return new Tuning(config, objective, budget, new Limits(limits.jobs(), time), journal, cluster);
    }

    /**
     * Keeps all that happens in a file of SQLite ({@link Stores} says what else), under the name {@code tuning}: a run that was killed goes on there, as if nothing had happened, and one
     * that had ended is read. A notebook opens the same file with {@code --journal}.
     */
    public Tuning journal(Path file) {
        return new Tuning(config, objective, budget, limits, file, cluster);
    }

    /**
     * Evaluates on a cluster instead of threads of this process, {@link #jobs} trials at once. The objective is sent there with all
     * that it refers to, so that this must be {@link java.io.Serializable}: an {@link Objective} is, a function says it, {@code
     * (ToDoubleFunction<Point> & Serializable) p -> loss(p)}. Its classes must be there: {@code spark-submit} and the setting
     * {@code spark.jars} bring them.
     *
     * @param word for a {@link Backend} on the class path; with the library {@code fettle-spark}, {@code spark} for the
     *     {@code SparkContext} of this process, or the address of a master, {@code local[4]} or {@code spark://host:7077}
     */
    public Tuning on(String word) {
        return new Tuning(config, objective, budget, limits, journal, word);
    }

    /**
     * Runs to the end on threads of its own. An interrupt of the calling thread ends it early, with the trials that were
     * finished.
     *
     * <p>Why trials failed is kept with them: {@link History#failures}. If trials failed and none has a score, there is no
     * history to go on with, and the first failure is thrown.
     *
     * @throws IllegalArgumentException if the space does not fit the sampler, or the journal holds a study that asks something else
     * @throws UncheckedIOException if the journal cannot be read or written
     * @throws IllegalStateException if nothing can be evaluated on the cluster, with the reason
     * @throws NothingScoredException if at least one trial failed and none was scored; its cause is what the objective has
     *     thrown in the first of them, and it has the history
     */
    public History run() {
        Path file = journal;
        if (file == null) {
            return run(new NoJournal());
        }
        try (Store store = Stores.open(file.toString()).store()) {
            return run(new KeptJournal(store.lines(config.name())));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private History run(Journal events) {
        StudyConfig planned = budget.trials() == Budget.ALL ? config : config.withTrials(budget.trials());
        Study study = Study.open(planned, events, InstantSource.system());
        ExecutorService pool = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "fettle-trial");
            thread.setDaemon(true);
            return thread;
        });
        FirstThrown heard = new FirstThrown(objective);
        try {
            study.join(budget).ifPresent(run -> {
                try (Lease lease = run;
                        Crew crew = cluster == null ? new ThreadCrew(pool, limits.jobs()) : crew(cluster)) {
                    new Runner(pool).run(lease, heard, crew, limits.trialTime());
                }
            });
        } finally {
            pool.shutdownNow();
        }
        return heard.check(study.trials());
    }

    private Crew crew(String word) {
        try {
            Backend backend = Backend.find(word, Backend.class.getClassLoader())
                    .orElseThrow(() -> new BackendException("Cluster (" + word
                            + ") must be what a library on the class path knows, and none does. Maybe fettle-spark is missing, or"
                            + " the jars of Spark."));
            Packer.Packed packed = Packer.pack(objective, ClassSource.NONE);
            Backend.Reached reached = backend.reach(word);
            reached.prepare(packed, List.of());
            return reached.crew(packed.envelope(), limits.jobs());
        } catch (BackendException | UnsendableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
