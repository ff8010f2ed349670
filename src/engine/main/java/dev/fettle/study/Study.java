package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A search under way: a run that has its {@link Lease} asks for evaluations and tells their results, and everything is
 * written into the journal. The state is a fold over the events, so a study opened on a journal that another left behind goes
 * on as if nothing had happened: results enter the search in the order of the numbers, and trials that never came back are
 * asked for again under their old number. Several processes may run one study at once; the table is the same.
 *
 * <p>Where a study has a durable journal for itself, an event is kept about 20 ms after it happened. What was lost with a
 * process in between is evaluated again, under the same number.
 *
 * <p>Safe for any thread. Nobody waits for a sampler that thinks, but those who ask for a trial.
 *
 * <pre>{@code
 * Study study = Study.open(config, new MemoryJournal(), InstantSource.system());
 * Ending ending = new Runner(executor).run(study.begin(Budget.trials(60)), objective, Limits.jobs(4));
 * }</pre>
 */
public final class Study {
    private static final Duration ALONE = Duration.ofSeconds(1);
    private static final Duration TOGETHER = Duration.ofMillis(250);

    private final StudyConfig config;
    private final Journal journal;
    private final Folding folding;
    private final Log log;
    private final InstantSource clock;

    private Study(StudyConfig config, Journal journal, InstantSource clock) {
        this.config = config;
        this.journal = journal;
        this.clock = clock;
        this.folding = new Folding(config);
        this.log = new Log(journal, folding);
    }

    /**
     * A study on a journal: a new one if the journal is empty, else the one that the journal holds. Only reads; nothing
     * happens before {@link #begin}.
     *
     * @throws DifferentStudyException if the journal holds a study with another question, data or objective, or one that was
     *     last run by another version (all differences are listed)
     * @throws IllegalArgumentException if the space does not fit the sampler
     * @throws UncheckedIOException if the journal cannot be read, or holds what is no study
     */
    public static Study open(StudyConfig config, Journal journal, InstantSource clock) {
        return open(config, journal, clock, false);
    }

    /** The same, but data, objective and version may be others: what was told before stays as it is. */
    public static Study openAnyway(StudyConfig config, Journal journal, InstantSource clock) {
        return open(config, journal, clock, true);
    }

    private static Study open(StudyConfig config, Journal journal, InstantSource clock, boolean anyway) {
        try {
            Study study = new Study(config, journal, clock);
            Reopening reopening = new Reopening(config, study.log);
            journal.read(0, reopening);
            reopening.end(anyway);
            return study;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Begins a run. What a dead one has not finished will be asked for again; so will what the last run of this object has not
     * finished, which ends. A study that had ended goes on if the budget allows.
     *
     * @throws UncheckedIOException if the journal cannot be written
     */
    public Lease begin(Budget more) {
        return begin(more, config.fingerprints());
    }

    /** The same, with the fingerprints of today. */
    public Lease begin(Budget more, Map<String, String> fingerprints) {
        return begin(more, fingerprints, true).orElseThrow();
    }

    /**
     * Begins a run unless the study has ended under that budget, as it would have without an interruption. So whoever asks
     * again gets the same table, whenever the asking was cut.
     */
    public Optional<Lease> join(Budget more) {
        return begin(more, config.fingerprints(), false);
    }

    private synchronized Optional<Lease> begin(Budget more, Map<String, String> fingerprints, boolean inSpite) {
        Attendance here = Attendance.enter(journal);
        Event began = null;
        try {
            log.settle();
            log.refresh();
            log.commit(() -> log.isEmpty()
                    ? new Event.Opened(clock.instant(), Replay.question(config), state().planned(), Map.of())
                    : null);
            boolean alone = takeOver(here);
            began = log.commit(() -> inSpite || state().reached(more).isEmpty()
                    ? new Event.Began(
                            clock.instant(), here.writer(), more, Replay.version(), fingerprints, here.where())
                    : null);
            return began == null ? Optional.empty() : Optional.of(lease(more, here, alone));
        } finally {
            if (began == null) {
                here.leave();
            }
        }
    }

    private Lease lease(Budget more, Attendance here, boolean alone) {
        Lease lease = new Lease(this, state().run(here.writer()), more, here);
        folding.begun(lease);
        if (alone) {
            log.group(lease::wakeUp);
        }
        return lease;
    }

    /** Ends the last run of this object, and those of the dead; whether nobody else is left. */
    private boolean takeOver(Attendance here) {
        Lease before = folding.last();
        boolean alone = true;
        for (int run : state().unfinished()) {
            boolean over = (before != null && before.run() == run) || here.isGone(state().writer(run));
            alone &= over;
            if (over) {
                takeOver(run);
            }
        }
        return alone;
    }

    private State state() {
        return folding.state();
    }

    private void takeOver(int run) {
        log.commit(() ->
                state().unfinished().contains(run) ? new Event.Stopped(clock.instant(), run, Ending.TAKEN_OVER) : null);
    }

    /** The question that it was opened with. */
    public StudyConfig config() {
        return config;
    }

    /** Why the last run ended; empty while it goes on, and before the first. */
    public synchronized Optional<Ending> ending() {
        return state().begun() == 0 ? Optional.empty() : state().ending(state().begun());
    }

    /** That of the last run; unlimited before the first. */
    public synchronized Budget budget() {
        return state().budget();
    }

    /** Whether the study is over under a budget, so that a run would find nothing to do. */
    public synchronized Optional<Ending> ended(Budget other) {
        return state().reached(other);
    }

    /** The trials told in number order, without gaps: all that the sampler and the budget have seen. */
    public synchronized History history() {
        return state().results().history();
    }

    /**
     * Every finished trial by number, with those that wait for an earlier one. Not so after an ending that one trial
     * decided: what came in behind it is dropped, so that the table does not depend on the jobs.
     */
    public synchronized History trials() {
        return state().reached().filter(Ending::decided).isPresent()
                ? state().results().history()
                : state().results().everything();
    }

    /** Trials that were asked for and have not come back. */
    public synchronized List<Trial.Running> running() {
        return state().open().trials();
    }

    /** How many of them other processes evaluate, by where those are, as {@link Event.Began#where} says. */
    public synchronized Map<String, Integer> elsewhere() {
        return folding.elsewhere();
    }

    synchronized Optional<Ending> ending(int run) {
        return state().ending(run);
    }

    /** What comes next: a trial, or something that must be thought first; neither if there is nothing to do now. */
    record Next(Trial.@Nullable Running trial, Proposals.@Nullable Thought thought) {}

    synchronized Next next(Lease lease) {
        while (log.commit(() -> decide(lease).asked()) instanceof Event.Asked asked) {
            Trial.Running trial = decide(lease).running(asked.number(), asked.attempt());
            if (trial != null) {
                return new Next(trial, null);
            }
            // It shares the end of an earlier trial.
        }
        return new Next(null, decide(lease).thought());
    }

    synchronized boolean isExhausted(Lease lease) {
        return decide(lease).isExhausted();
    }

    private Decisions decide(Lease lease) {
        return new Decisions(state(), lease, clock.instant());
    }

    synchronized void accept(Lease lease, Proposals.Thinking thinking) {
        if (lease.ending().isEmpty()) {
            state().proposals().accept(thinking);
        }
    }

    synchronized Verdict report(Lease lease, int number, int attempt, Report report) {
        Event event = log.commit(() -> decide(lease).reported(number, attempt, report));
        Trial.Running trial = decide(lease).running(number, attempt);
        if (event == null || trial == null) {
            return new Verdict.Stop("The run is over.");
        }
        Verdict verdict =
                config.prunes() ? config.pruner().judge(trial, state().open().known(number)) : new Verdict.GoOn();
        if (verdict instanceof Verdict.Stop stop) {
            end(lease, number, attempt, new Outcome.Cut(stop.reason()));
        }
        return verdict;
    }

    synchronized void end(Lease lease, int number, int attempt, Outcome outcome) {
        log.commit(() -> decide(lease).told(number, attempt, outcome));
    }

    synchronized void release(Lease lease, int number, int attempt) {
        log.commit(() -> decide(lease).released(number, attempt));
    }

    synchronized void stop(Lease lease, Ending reason) {
        log.commit(() -> decide(lease).stopped(reason));
    }

    /** Learns what others have done; the writers of the runs of others that trials are under way in. */
    synchronized Map<Integer, String> others(Lease lease) {
        log.refresh();
        return folding.others(lease);
    }

    synchronized void takeOver(Lease lease, int run) {
        log.commit(() -> decide(lease).takenOver(run));
    }

    /** Keeps all that has happened; false for a run that is not the last of this object. */
    synchronized boolean settle(Lease lease) {
        boolean last = lease == folding.last();
        if (last) {
            log.settle();
        }
        return last;
    }

    /** Ends a run, if it has not ended, and keeps all that has happened. */
    synchronized void close(Lease lease) {
        if (settle(lease)) {
            log.commit(() -> decide(lease).over());
        }
    }

    /** How often a run should {@link Lease#look}; empty for never, as nobody else can write. */
    synchronized Optional<Duration> pause() {
        return journal.isPrivate() ? Optional.empty() : Optional.of(log.isGrouped() ? ALONE : TOGETHER);
    }
}
