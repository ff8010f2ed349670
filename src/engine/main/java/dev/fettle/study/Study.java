package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final StudyConfig config;
    private final Journal journal;
    private final Folding folding;
    private final Log log;
    private final InstantSource clock;
    private final Steps steps;

    private Study(StudyConfig config, Journal journal, InstantSource clock) {
        this.config = config;
        this.journal = journal;
        this.clock = clock;
        this.folding = new Folding(config);
        this.log = new Log(journal, folding);
        this.steps = new Steps(config, journal, folding, log, clock);
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

    private Optional<Lease> begin(Budget more, Map<String, String> fingerprints, boolean inSpite) {
        synchronized (steps) {
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
    }

    private Lease lease(Budget more, Attendance here, boolean alone) {
        Lease lease = new Lease(config, steps, state().run(here.writer()), more, here);
        folding.begun(lease);
        if (alone) {
            log.group(lease::wakeUp);
        }
        return lease;
    }

    /** Ends the last run of this object, and those of the dead; whether nobody else is left. */
    private boolean takeOver(Attendance here) {
        Lease before = folding.last();
        List<Integer> unfinished = state().unfinished();
        Set<String> gone = here.gone(unfinished.stream().map(state()::writer).collect(Collectors.toSet()));
        boolean alone = true;
        for (int run : unfinished) {
            boolean over = (before != null && before.run() == run) || gone.contains(state().writer(run));
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
    public Optional<Ending> ending() {
        synchronized (steps) {
            return state().begun() == 0 ? Optional.empty() : state().ending(state().begun());
        }
    }

    /** That of the last run; unlimited before the first. */
    public Budget budget() {
        synchronized (steps) {
            return state().budget();
        }
    }

    /** Whether the study is over under a budget, so that a run would find nothing to do. */
    public Optional<Ending> ended(Budget other) {
        synchronized (steps) {
            return state().reached(other);
        }
    }

    /** The trials told in number order, without gaps: all that the sampler and the budget have seen. */
    public History history() {
        synchronized (steps) {
            return state().results().history();
        }
    }

    /**
     * Every finished trial by number, with those that wait for an earlier one. Not so after an ending that one trial
     * decided: what came in behind it is dropped, so that the table does not depend on the jobs.
     */
    public History trials() {
        synchronized (steps) {
            return state().reached().filter(Ending::decided).isPresent()
                    ? state().results().history()
                    : state().results().everything();
        }
    }

    /** Trials that were asked for and have not come back. */
    public List<Trial.Running> running() {
        synchronized (steps) {
            return state().open().trials();
        }
    }

    /** How many of them other processes evaluate, by where those are, as {@link Event.Began#where} says. */
    public Map<String, Integer> elsewhere() {
        synchronized (steps) {
            return folding.elsewhere();
        }
    }
}
