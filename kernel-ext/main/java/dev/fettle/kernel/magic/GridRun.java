package dev.fettle.kernel.magic;

import dev.fettle.kernel.CellError;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.random.Seed;
import dev.fettle.report.view.Progress;
import dev.fettle.report.view.StudyReport;
import dev.fettle.report.view.TestScore;
import dev.fettle.smile.Task;
import dev.fettle.space.Words;
import dev.fettle.study.Runner;
import dev.fettle.study.Study;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a study in a cell: trials, live frames, the refit of the winner, the report. */
final class GridRun {
    static final String METHOD = "Grid search";

    private final Settings settings;
    private final Study study;
    private final long planned;
    private final InstantSource clock;
    private final Instant started;
    private final List<String> notes = new ArrayList<>();
    private @Nullable Tuned<Object> tuned;
    private volatile @Nullable TestScore test;
    private volatile @Nullable Duration took;

    GridRun(Settings settings, Study study, long planned, InstantSource clock) {
        this.settings = settings;
        this.study = study;
        this.planned = planned;
        this.clock = clock;
        this.started = clock.instant();
        add(settings.task().data().describe()
                + (settings.task().test() == null
                        ? "."
                        : "; " + settings.task().train().rows() + " rows to tune on, "
                                + settings.task().test().rows() + " kept for the test.")
                + constants(settings.task().constants()));
    }

    void add(@Nullable String note) {
        if (note != null) {
            synchronized (notes) {
                notes.add(note);
            }
        }
    }

    private static String constants(Map<String, Object> constants) {
        return constants.isEmpty()
                ? ""
                : constants.entrySet().stream()
                        .map(e -> e.getKey() + " = " + Words.of(e.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", " Constant: ", "."));
    }

    void bind(Tuned<Object> variable) {
        this.tuned = variable;
    }

    /** Runs to the end; returns when the report is shown. */
    void run(Output output, String display, Stop stop) {
        ExecutorService pool = pool();
        Live live = new Live(output, display, this::progress, settings.live());
        try {
            Runner runner = new Runner(pool, clock);
            stop.onRequest(() -> runner.stop(Ending.INTERRUPTED));
            live.start();
            runner.run(study, settings.task().objective(), settings.jobs());
            runner.stubborn().forEach(s -> add("Ignored the interrupt and may still be running: " + s + "."));
            refit(pool, stop);
        } finally {
            live.stop();
            took = Duration.between(started, clock.instant());
            pool.shutdownNow();
        }
        output.update(display, Show.report(report(), settings));
        failing();
    }

    /** A run in which nothing has worked ends with the error of its trials, so that Run All stops. */
    private void failing() {
        if (study.ending().orElseThrow() == Ending.FAILING
                && study.trials().trials().get(0) instanceof Trial.Failed first) {
            throw new CellError("gridsearch: the first " + Budget.FAILURES + " trials all failed: " + first.failure());
        }
    }

    private ExecutorService pool() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return Executors.newFixedThreadPool(settings.jobs(), task -> {
            Thread thread = new Thread(task, "fettle-trial");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** Trains the winner on a thread that may be interrupted; a stop leaves the study without a model. */
    private void refit(ExecutorService pool, Stop stop) {
        Optional<Trial.Completed> best = study.trials().best();
        if (best.isEmpty() || stop.requested()) {
            return;
        }
        Task task = settings.task();
        Future<Task.Refitted> future = pool.submit(() -> task.refit(best.get().point(), new Seed(settings.seed())));
        stop.onRequest(() -> future.cancel(true));
        try {
            Task.Refitted refitted = future.get();
            if (task.test() != null) {
                test = new TestScore(task.test().rows(), refitted.testScore());
            }
            Tuned<Object> variable = tuned;
            if (variable != null) {
                variable.finish(refitted.model());
            }
        } catch (ExecutionException e) {
            add("The winner could not be trained on all rows: " + e.getCause() + ".");
        } catch (CancellationException | InterruptedException e) {
            add("Stopped before the winner was trained on all rows.");
        }
    }

    private Progress progress() {
        return new Progress(
                settings.name(),
                METHOD,
                study.config().space(),
                study.trials(),
                study.config().metric(),
                planned,
                settings.jobs(),
                Duration.between(started, clock.instant()),
                settings.seed());
    }

    /** The state of the run, at any time. */
    StudyReport report() {
        History history = study.trials();
        Task task = settings.task();
        Duration elapsed = took;
        List<String> said;
        synchronized (notes) {
            said = List.copyOf(notes);
        }
        return new StudyReport(
                settings.name(),
                METHOD,
                study.config().space(),
                history,
                study.config().metric(),
                study.budget(),
                study.ending().orElse(Ending.INTERRUPTED),
                planned,
                task.folds().size(),
                (long) history.size() * task.folds().size(),
                elapsed == null ? Duration.between(started, clock.instant()) : elapsed,
                settings.seed(),
                said,
                test,
                task::size);
    }
}
