package dev.fettle.kernel.run;

import dev.fettle.evaluation.Standings;
import dev.fettle.evaluation.Task;
import dev.fettle.kernel.CellError;
import dev.fettle.kernel.MimeBundle;
import dev.fettle.kernel.Output;
import dev.fettle.kernel.Stop;
import dev.fettle.kernel.cell.Settings;
import dev.fettle.kernel.option.Options;
import dev.fettle.kernel.place.Workplace;
import dev.fettle.kernel.size.Size;
import dev.fettle.model.FittedModel;
import dev.fettle.random.Seed;
import dev.fettle.report.summary.Progress;
import dev.fettle.report.summary.Pulse;
import dev.fettle.report.summary.StudyReport;
import dev.fettle.report.summary.TestScore;
import dev.fettle.run.Runner;
import dev.fettle.study.Lease;
import dev.fettle.study.Study;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Trial;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** One run of a study in a cell: trials, live frames, the refit of the winner, the report. */
public final class Run {
    /** One part in so many of the memory is for trainings that may go on. */
    private static final int STANDINGS = 8;

    private final Settings settings;
    private final Study study;
    private final long planned;
    private final int jobs;
    private final InstantSource clock;
    private final Workplace place;
    private final Instant started;
    private final int earlier;
    private final Standings standings;
    private final boolean resumed;
    private final Notes notes = new Notes();
    private volatile boolean stopping;
    private volatile Nested nested = Nested.NONE;
    private volatile @Nullable Prints prints;
    private volatile Winner winner = Winner.NONE;
    private volatile @Nullable Duration took;
    /** That of a run that goes on is not known yet. */
    private volatile Ending ending = Ending.INTERRUPTED;

    /** A run of a study under the budget of the settings. */
    public Run(Settings settings, Study study, InstantSource clock, Workplace place) {
        this(settings, study, clock, place, new Standings(Runtime.getRuntime().maxMemory() / STANDINGS), false);
    }

    private Run(
            Settings settings,
            Study study,
            InstantSource clock,
            Workplace place,
            Standings standings,
            boolean resumed) {
        this.resumed = resumed;
        this.place = place;
        this.standings = standings;
        this.settings = settings;
        this.study = study;
        this.planned = Size.planned(study.config(), settings.budget());
        this.jobs = Math.min(place.jobs(), study.config().ahead());
        this.clock = clock;
        this.started = clock.instant();
        this.earlier = study.trials().size();
    }

    /** One that goes on with the study behind this one: its trainings too, unless what they are about has changed. */
    public Run next(Settings other, Workplace today) {
        if (!other.subject().fingerprints().equals(settings.subject().fingerprints())) {
            standings.clear();
        }
        Run next = new Run(other, study, clock, today, standings, true);
        next.nested = nested.next(other, today);
        return next;
    }

    /** The same search is to run on outer folds too, in this order. */
    public void nest(List<Run> outer) {
        nested = new Nested(outer);
    }

    /** What the winners of outer folds have scored there; empty if nobody asked. */
    public List<Double> nested() {
        return nested.scores();
    }

    /** What the cell asked for. */
    public Settings settings() {
        return settings;
    }

    /** How many trials there will be at the end; 0 if nobody knows. */
    public long planned() {
        return planned;
    }

    /** The study that this run goes on with; earlier runs may have begun it. */
    public Study study() {
        return study;
    }

    /** The winner trained on all rows; null without a model, before the end, and after a stop. */
    @Nullable
    public FittedModel model() {
        return winner.model();
    }

    /** What a trial of this run has printed. */
    public String printed(int number) {
        Prints heard = prints;
        return heard == null ? "" : heard.of(number);
    }

    /** What is kept of all that its trials have printed, line by line. */
    public List<String> printed() {
        Prints heard = prints;
        return heard == null ? List.of() : heard.listed();
    }

    /** A sentence for the report; an empty one is none. */
    public void add(String note) {
        notes.add(note);
    }

    /** The sentences so far. */
    public List<String> notes() {
        return notes.all();
    }

    /** What has changed between the runs of the study, for this report and those of later runs. */
    public void changed(List<String> sentences) {
        notes.changed(sentences);
    }

    /** Those sentences, oldest first. */
    public List<String> changes() {
        return notes.changes();
    }

    /** Runs to the end; returns when the report is shown. */
    public void run(Output output, String display, Stop stop) {
        ExecutorService pool = TrialThreads.pool();
        Live live = new Live(output, display, this::progress, settings.get(Options.LIVE));
        MimeBundle last;
        try {
            live.start();
            Runner runner = runner(pool, stop);
            stop.onRequest(live::wake);
            trials(stop, runner);
            refit(pool, stop);
            nested.run(winner, ending, pool, stop);
            add(nested.sentence(study.config().goal().name()));
            took = Duration.between(started, clock.instant());
            last = shown();
        } catch (RuntimeException | Error e) {
            live.stop();
            took = Duration.between(started, clock.instant());
            ending = Ending.BROKEN;
            add(Sentences.broken(e));
            output.update(display, e instanceof OutOfMemoryError ? Show.text(Sentences.noMemory(kept())) : shown());
            if (e instanceof UncheckedIOException) {
                throw new CellError(settings.method().magic() + ": " + e.getMessage());
            }
            throw e;
        } finally {
            live.stop();
            pool.shutdownNow();
        }
        output.update(display, last);
        // So that Run All stops.
        Sentences.failure(study.trials(), ending, study.config().space()).ifPresent(why -> {
            throw new CellError(settings.method().magic() + ": " + why);
        });
    }

    private MimeBundle shown() {
        return Show.part("The report", () -> Show.report(report(), settings), kept());
    }

    /** What is left when all else fails, and how it is found. */
    public String kept() {
        return Sentences.kept(settings.name(), study.trials().size());
    }

    /** The trials alone, without display and refit. */
    public void trials(ExecutorService pool, Stop stop) {
        trials(stop, runner(pool, stop));
    }

    /** All of it without display: how the winner does on the rows held back; null if there are none, or after a stop. */
    @Nullable
    TestScore whole(ExecutorService pool, Stop stop) {
        trials(pool, stop);
        refit(pool, stop);
        standings.clear();
        return winner.test();
    }

    /** The display says so only when the runner knows. */
    private Runner runner(ExecutorService pool, Stop stop) {
        Runner runner = new Runner(pool);
        stop.onRequest(() -> runner.stop(Ending.INTERRUPTED));
        stop.onRequest(() -> stopping = true);
        return runner;
    }

    private void trials(Stop stop, Runner runner) {
        Optional<Lease> begun = begin();
        if (begun.isEmpty()) {
            ending = study.ended(settings.budget()).orElse(Ending.TRIALS);
            return;
        }
        try (Prints heard = new Prints();
                MemoryWatch watch = new MemoryWatch(study, () -> runner.stop(Ending.MEMORY));
                Lease lease = begun.get()) {
            watch.start();
            prints = heard;
            // What the next cell prints is its own.
            stop.onLeave(heard::close);
            ending = place.run(runner, lease, standings, heard::heard);
            heard.note().ifPresent(this::add);
        }
        Sentences.disobedient(runner).forEach(this::add);
        Sentences.nulls(settings.subject(), study.trials()).forEach(this::add);
    }

    /** Nothing if there is nothing left to do: a journal held all that the cell asks for. */
    private Optional<Lease> begin() {
        return resumed
                ? Optional.of(study.begin(settings.budget(), settings.subject().fingerprints()))
                : study.join(settings.budget());
    }

    /** Trains the winner on a thread that may be interrupted; a stop leaves the study without a model. */
    private void refit(ExecutorService pool, Stop stop) {
        Optional<Trial.Completed> best = study.trials().best();
        Task task = settings.subject().task().orElse(null);
        if (task == null || best.isEmpty() || stop.requested()) {
            return;
        }
        Seed seed = new Seed(settings.get(Options.SEED));
        winner = Winner.of(task, pool.submit(() -> task.refit(best.get().point(), seed)), stop, place.origins());
        add(winner.note());
    }

    private Progress progress() {
        Nested.Current inner = nested.current();
        return inner == null
                ? progress(settings.title())
                : inner.run().progress(settings.title() + ", " + inner.place() + ",");
    }

    private Progress progress(String title) {
        Instant now = clock.instant();
        return new Progress(
                settings.name(),
                title,
                study.config().space(),
                study.trials(),
                study.config().goal().name(),
                planned,
                jobs,
                Duration.between(started, now),
                settings.get(Options.SEED),
                Pulse.of(now, ZoneId.systemDefault(), earlier, study.running(), study.elsewhere(), stopping));
    }

    /** The state of the run, at any time. */
    public StudyReport report() {
        return new Outcome(
                        settings,
                        study,
                        ending,
                        planned,
                        Optional.ofNullable(took).orElseGet(() -> Duration.between(started, clock.instant())),
                        notes(),
                        standings.reused(),
                        winner.test())
                .report();
    }
}
