package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.space.Point;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A search under way: asks for evaluations, is told their results, and writes everything into its journal before it
 * happens. The state is a fold over the events, so a study opened on a journal that another left behind goes on as if
 * nothing had happened: results enter the search in the order of the numbers, and trials that never came back are asked
 * for again under their old number.
 *
 * <p>Safe for any thread; every method is one step.
 */
public final class Study {
    private final StudyConfig config;
    private final Journal journal;
    private final InstantSource clock;
    private final Frontier frontier;
    /** Asked and not yet told, with the latest attempt. */
    private final TreeMap<Integer, Trial.Running> open = new TreeMap<>();
    /** Of those, the ones that nobody works on any more. */
    private final TreeMap<Integer, Trial.Running> abandoned = new TreeMap<>();

    private final Ledger ledger;
    private Budget budget;
    private @Nullable Ending ending;
    /** Told when patience or failures ended the study for the last time, if it went on. */
    private History before;

    private Study(StudyConfig config, Budget budget, Journal journal, InstantSource clock) {
        this.config = config;
        this.budget = budget;
        this.journal = journal;
        this.clock = clock;
        this.ledger = new Ledger(config.goals());
        this.before = History.empty(config.goals());
        this.frontier = new Frontier(
                config.sampler().start(config.space(), config.seed().child("sampler"), budget), config.lag());
    }

    /**
     * A study on a journal: a new one if the journal is empty, else the one that the journal holds, which goes on under
     * {@code budget}.
     *
     * @throws IllegalArgumentException if the journal holds a study with another question, data or objective (all
     *     differences are listed), or if the space does not fit the sampler
     * @throws UncheckedIOException if the journal cannot be read or written
     */
    public static Study open(StudyConfig config, Budget budget, Journal journal, InstantSource clock) {
        try {
            List<Event> events = journal.read();
            if (events.isEmpty()) {
                Study study = new Study(config, budget, journal, clock);
                journal.append(
                        new Event.Opened(clock.instant(), version(), config.question(), config.fingerprints(), budget));
                return study;
            }
            Event.Opened opened = Replay.check(config, events.get(0));
            // What happened, happened under the budget of then.
            Study study = new Study(config, opened.budget(), journal, clock);
            events.forEach(study::apply);
            study.abandoned.putAll(study.open);
            study.record(new Event.Extended(clock.instant(), budget));
            return study;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public StudyConfig config() {
        return config;
    }

    /**
     * The next trial to run, or empty: nothing is left, the study has ended, or the sampler must hear the results of
     * running trials first.
     */
    public synchronized Optional<Trial.Running> ask() {
        if (ending != null) {
            return Optional.empty();
        }
        if (!abandoned.isEmpty()) {
            Trial.Running old = abandoned.firstEntry().getValue();
            record(new Event.Asked(clock.instant(), old.number(), old.attempt() + 1, old.proposal()));
            return Optional.of(running(old.number()));
        }
        while (ending == null && frontier.numbered() < budget.trials()) {
            Optional<Proposal> proposal = frontier.peek(ledger.history().size());
            if (proposal.isEmpty()) {
                return Optional.empty();
            }
            int number = frontier.numbered() + 1;
            record(new Event.Asked(clock.instant(), number, 1, proposal.get()));
            if (open.containsKey(number)) {
                return Optional.of(running(number));
            }
        }
        return Optional.empty();
    }

    /** An intermediate score of a running trial; ignored if the trial is not running any more. */
    public synchronized void report(int number, Report report) {
        Trial.Running trial = open.get(number);
        if (trial != null && !abandoned.containsKey(number)) {
            record(new Event.Reported(clock.instant(), number, trial.attempt(), report));
        }
    }

    /**
     * The score of a running trial; NaN and ±∞ make it fail.
     *
     * @throws IllegalArgumentException if the number is not running: it was told before, or never asked for
     */
    public synchronized void tell(int number, Score score) {
        Trial.Running trial = running(number);
        record(new Event.Told(clock.instant(), trial.complete(score, since(trial))));
    }

    /** The trial failed. Throws as {@link #tell(int, Score)} does. */
    public synchronized void fail(int number, Failure failure) {
        Trial.Running trial = running(number);
        record(new Event.Told(clock.instant(), trial.fail(failure, since(trial))));
    }

    /** The trial was interrupted and will be asked for again. Throws as {@link #tell(int, Score)} does. */
    public synchronized void release(int number) {
        Trial.Running trial = running(number);
        record(new Event.Released(clock.instant(), number, trial.attempt()));
    }

    /** Asks for a point that the user wants tried, before the sampler's own; as {@link #enqueue(Point, String)}. */
    public void enqueue(Point point) {
        enqueue(point, "try");
    }

    /**
     * Asks for a point to be run before the sampler's own. One that was run before shares that trial's score.
     *
     * @param origin as {@link Proposal#origin}: "try", "default"
     * @throws IllegalArgumentException if the point is not canonical in the space, or fails a constraint
     */
    public synchronized void enqueue(Point point, String origin) {
        if (!config.space().canonical(point.entries()).equals(point)
                || !config.space().allows(point)) {
            throw new IllegalArgumentException("Point (" + point + ") must lie in the space.");
        }
        record(new Event.Enqueued(clock.instant(), point, origin));
    }

    /** Ends the run; the first ending counts. */
    public synchronized void stop(Ending reason) {
        if (ending == null) {
            record(new Event.Stopped(clock.instant(), reason));
        }
    }

    /** Goes on under another budget, after an ending too. */
    public synchronized void extend(Budget more) {
        record(new Event.Extended(clock.instant(), more));
    }

    /** Why the run ended; empty while it goes on. */
    public synchronized Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    public synchronized Budget budget() {
        return budget;
    }

    /** The trials told in number order, without gaps: all that the sampler and the budget have seen. */
    public synchronized History history() {
        return ledger.history();
    }

    /**
     * Every finished trial by number, with those that wait for an earlier one. Not so after an ending that one trial
     * decided: what came in behind it is dropped, so that the table does not depend on the jobs.
     */
    public synchronized History trials() {
        return ending != null && ending.decided() ? ledger.history() : ledger.everything();
    }

    /** Trials that were asked for and have not come back, by number. */
    public synchronized List<Trial.Running> open() {
        return new ArrayList<>(open.values());
    }

    private Trial.Running running(int number) {
        Trial.Running trial = open.get(number);
        if (trial == null || abandoned.containsKey(number)) {
            throw new IllegalArgumentException("Trial (" + number + ") must be running. Maybe it was told before.");
        }
        return trial;
    }

    private Duration since(Trial trial) {
        return Duration.between(trial.started(), clock.instant());
    }

    private void record(Event event) {
        try {
            journal.append(event);
        } catch (IOException e) {
            throw new UncheckedIOException("Journal must accept events. Maybe its disk is full: " + e.getMessage(), e);
        }
        apply(event);
    }

    /** One step of the fold; the same code live and in a replay. */
    private void apply(Event event) {
        if (event instanceof Event.Enqueued e) {
            frontier.enqueue(Proposal.of(e.point(), e.origin()));
        } else if (event instanceof Event.Asked e) {
            asked(e);
        } else if (event instanceof Event.Reported e) {
            open.computeIfPresent(e.number(), (n, trial) -> trial.report(e.report()));
        } else if (event instanceof Event.Released e) {
            abandoned.put(e.number(), Objects.requireNonNull(open.get(e.number())));
        } else if (event instanceof Event.Told e) {
            told(e.trial());
        } else if (event instanceof Event.Extended e) {
            budget = e.budget();
            // A study that was killed goes on as it would have; one that had ended goes on in spite of its end.
            before = ending != null && ending.decided() ? ledger.history() : before;
            ending = budget.reached(ledger.history(), before).orElse(null);
            drain();
        } else if (event instanceof Event.Stopped e) {
            ending = e.ending();
        }
    }

    private void asked(Event.Asked e) {
        Trial.Running trial = new Trial.Running(e.number(), e.attempt(), e.proposal(), List.of(), e.at());
        if (e.attempt() == 1) {
            Proposal expected = frontier.peek(ledger.history().size()).orElse(null);
            Replay.same(e, expected, frontier.numbered() + 1);
            Integer first = frontier.take();
            if (first != null) {
                ledger.repeat(trial, first);
                drain();
                return;
            }
        }
        abandoned.remove(e.number());
        open.put(e.number(), trial);
    }

    private void told(Trial.Finished trial) {
        open.remove(trial.number());
        ledger.arrive(trial);
        drain();
    }

    /** Hands results to the search in number order, until one is missing or the budget is reached. */
    private void drain() {
        while (ending == null) {
            Optional<Trial.Finished> trial = ledger.take();
            if (trial.isEmpty()) {
                return;
            }
            frontier.tell(trial.get(), loss(trial.get()));
            ending = budget.reached(ledger.history(), before).orElse(null);
        }
    }

    private double loss(Trial.Finished trial) {
        return trial instanceof Trial.Completed c ? config.goal().loss(c.score().value()) : Double.POSITIVE_INFINITY;
    }

    private static String version() {
        return Objects.requireNonNullElse(Study.class.getPackage().getImplementationVersion(), "development");
    }
}
