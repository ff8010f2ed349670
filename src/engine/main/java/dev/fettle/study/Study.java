package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Budget;
import dev.fettle.trial.Ending;
import dev.fettle.trial.History;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A search under way: a run that has its {@link Lease} asks for evaluations and tells their results, and everything is
 * written into the journal before it happens. The state is a fold over the events, so a study opened on a journal that
 * another left behind goes on as if nothing had happened: results enter the search in the order of the numbers, and trials
 * that never came back are asked for again under their old number.
 *
 * <p>Safe for any thread. Nobody waits for a sampler that thinks, but those who ask for a trial.
 *
 * <pre>{@code
 * Study study = Study.open(config, new MemoryJournal(), InstantSource.system());
 * Ending ending = new Runner(executor, InstantSource.system()).run(study.begin(Budget.trials(60)), objective, Limits.jobs(4));
 * }</pre>
 */
public final class Study {
    private static final Verdict GO_ON = new Verdict.GoOn();

    private final StudyConfig config;
    private final Log log;
    private final InstantSource clock;
    private final Open open = new Open();
    private final Results results;
    /** How many trials the sampler plans with: those of the first opening. */
    private @Nullable Integer planned;

    private Proposals proposals;

    private Budget budget = Budget.unlimited();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile @Nullable Ending ending;
    /** What was told when one trial had last ended the study, of a study that goes on in spite of it. */
    private History before;

    private Study(StudyConfig config, Journal journal, InstantSource clock) {
        this.config = config;
        this.planned = config.trials().stream().boxed().findFirst().orElse(null);
        this.log = new Log(journal, this::apply);
        this.clock = clock;
        this.results = new Results(config.goals());
        this.before = results.history();
        this.proposals = new Proposals(config, planned);
    }

    /**
     * A study on a journal: a new one if the journal is empty, else the one that the journal holds. Only reads; nothing
     * happens before {@link #begin}.
     *
     * @throws IllegalArgumentException if the journal holds a study with another question, data or objective (all
     *     differences are listed), or if the space does not fit the sampler
     * @throws UncheckedIOException if the journal cannot be read
     */
    public static Study open(StudyConfig config, Journal journal, InstantSource clock) {
        try {
            List<Event> events = journal.read(0);
            if (!events.isEmpty()) {
                Replay.check(config, events.get(0));
            }
            Study study = new Study(config, journal, clock);
            study.log.replay(events);
            return study;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins a run, which owns the study from now on: what an earlier one has not finished will be asked for again. A study
     * that had ended goes on if the budget allows.
     *
     * @throws UncheckedIOException if the journal cannot be written
     */
    public synchronized Lease begin(Budget more) {
        log.commit(() -> log.isEmpty()
                ? new Event.Opened(
                        clock.instant(), Replay.version(), Replay.question(config), config.fingerprints(), planned)
                : null);
        log.commit(() -> new Event.Began(clock.instant(), more));
        return new Lease(this, begun.get(), more);
    }

    /** The question that it was opened with. */
    public StudyConfig config() {
        return config;
    }

    /** Why the last run ended; empty while it goes on, and before the first. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    /** That of the last run; unlimited before the first. */
    public synchronized Budget budget() {
        return budget;
    }

    /** The trials told in number order, without gaps: all that the sampler and the budget have seen. */
    public synchronized History history() {
        return results.history();
    }

    /**
     * Every finished trial by number, with those that wait for an earlier one. Not so after an ending that one trial
     * decided: what came in behind it is dropped, so that the table does not depend on the jobs.
     */
    public synchronized History trials() {
        return ending != null && ending.decided() ? results.history() : results.everything();
    }

    /** Trials that were asked for and have not come back, by number. */
    public synchronized List<Trial.Running> running() {
        return open.trials();
    }

    /** How many runs have begun. */
    int begun() {
        return begun.get();
    }

    /**
     * What comes next: a trial, or something that must be thought first; neither if there is nothing to do now.
     *
     * @param trial to be run, or null
     * @param thought to be thought, or null
     */
    record Next(Trial.@Nullable Running trial, Proposals.@Nullable Thought thought) {}

    synchronized Next next(Lease lease) {
        Trial.Running lost = open.lost();
        if (lost != null && lease.ending().isEmpty()) {
            int told = open.told(lost.number());
            return new Next(ask(lease, lost.number(), lost.attempt() + 1, lost.proposal(), told), null);
        }
        while (lease.ending().isEmpty()
                && proposals.numbered() < budget.trials()
                && results.history().size() >= proposals.known()) {
            Optional<Proposal> proposal = proposals.peek();
            if (proposal.isEmpty()) {
                return new Next(null, proposals.thought(results.history().trials()));
            }
            int number = proposals.numbered() + 1;
            Trial.Running trial = ask(lease, number, 1, proposal.get(), proposals.known());
            if (trial != null) {
                return new Next(trial, null);
            }
            // It shares the end of an earlier trial, or another run has taken over.
        }
        return new Next(null, null);
    }

    private Trial.@Nullable Running ask(Lease lease, int number, int attempt, Proposal proposal, int told) {
        log.commit(() -> lease.isAlive() ? new Event.Asked(clock.instant(), number, attempt, proposal, told) : null);
        return lease.isAlive() ? open.running(number, attempt) : null;
    }

    synchronized void accept(Lease lease, Proposals.Thinking thinking) {
        if (lease.ending().isEmpty()) {
            proposals.accept(thinking);
        }
    }

    synchronized Verdict report(Lease lease, int number, int attempt, Report report) {
        if (!lease.isAlive() || open.running(number, attempt) == null) {
            return new Verdict.Stop("The run is over.");
        }
        log.commit(() -> lease.isAlive() ? new Event.Reported(clock.instant(), number, attempt, report) : null);
        Trial.Running trial = open.running(number, attempt);
        Verdict verdict =
                trial == null || !config.prunes() ? GO_ON : config.pruner().judge(trial, open.known(number));
        if (verdict instanceof Verdict.Stop stop) {
            end(lease, number, attempt, (running, took) -> running.prune(stop.reason(), took));
        }
        return verdict;
    }

    /** @param how it ended, given the trial and the time it took */
    synchronized void end(
            Lease lease, int number, int attempt, BiFunction<Trial.Running, Duration, Trial.Finished> how) {
        log.commit(() -> {
            Trial.Running trial = wanted(lease, number, attempt);
            Instant now = clock.instant();
            return trial == null ? null : new Event.Told(now, how.apply(trial, Duration.between(trial.started(), now)));
        });
    }

    synchronized void release(Lease lease, int number, int attempt) {
        log.commit(() ->
                wanted(lease, number, attempt) == null ? null : new Event.Released(clock.instant(), number, attempt));
    }

    synchronized void stop(Lease lease, Ending reason) {
        log.commit(() -> lease.ending().isEmpty() ? new Event.Stopped(clock.instant(), reason) : null);
    }

    /** The trial that somebody tells of; null if nobody waits for it: its run is dead, or it was pruned. */
    private Trial.@Nullable Running wanted(Lease lease, int number, int attempt) {
        Trial.Running trial = open.running(number, attempt);
        if (trial == null && lease.isAlive() && !results.isPruned(number)) {
            throw new IllegalArgumentException("Trial (" + number + ") must be running. Maybe it was told before.");
        }
        return lease.isAlive() ? trial : null;
    }

    /** The fold; the same code live and in a replay. */
    private void apply(Event event) {
        if (event instanceof Event.Opened e) {
            opened(e);
        } else if (event instanceof Event.Began e) {
            begin(e);
        } else if (event instanceof Event.Asked e) {
            asked(e);
        } else if (event instanceof Event.Reported e) {
            open.report(e.number(), e.report());
        } else if (event instanceof Event.Released e) {
            open.lose(e.number());
        } else if (event instanceof Event.Told e) {
            open.remove(e.trial().number());
            results.arrive(e.trial());
            drain();
        } else if (event instanceof Event.Stopped e) {
            ending = e.ending();
        }
    }

    private void opened(Event.Opened e) {
        Replay.check(config, e);
        if (!Objects.equals(planned, e.trials())) {
            planned = e.trials();
            proposals = new Proposals(config, planned);
        }
    }

    private void begin(Event.Began e) {
        begun.incrementAndGet();
        budget = e.budget();
        open.loseAll();
        // A study that was killed goes on as it would have; one that had ended goes on in spite of its end.
        before = ending != null && ending.decided() ? results.history() : before;
        ending = reached();
        drain();
    }

    private void asked(Event.Asked e) {
        Trial.Running trial = new Trial.Running(e.number(), e.attempt(), e.proposal(), List.of(), e.at());
        if (e.attempt() == 1) {
            Replay.next(e, proposals.numbered() + 1);
            proposals.assume(e.proposal(), results.history().trials());
            Integer first = proposals.take();
            if (first != null) {
                results.repeat(trial, first);
                drain();
                return;
            }
        }
        open.ask(trial, e.told(), results.known(config.prunes() ? e.told() : 0));
    }

    private @Nullable Ending reached() {
        int full = config.mostResource().orElse(Proposal.ALL);
        return budget.reached(results.history(), before, full).orElse(null);
    }

    /** Hands results to the budget in number order, until one is missing or the budget is reached. */
    private void drain() {
        while (ending == null) {
            if (results.take().isEmpty()) {
                return;
            }
            ending = reached();
        }
    }
}
