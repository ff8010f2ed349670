package dev.fettle.study;

import dev.fettle.journal.Event;
import dev.fettle.journal.Journal;
import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the runs of a study do, one step after the other: this is its lock. Threads that want something of a trial at the same moment
 * share a step.
 */
final class Steps {
    private static final Duration ALONE = Duration.ofSeconds(1);
    private static final Duration TOGETHER = Duration.ofMillis(250);
    /** So long a sampler may think while other processes wait for their turn. */
    private static final Duration SHORTLY = Duration.ofMillis(10);

    private final StudyConfig config;
    private final Journal journal;
    private final Folding folding;
    private final Log log;
    private final InstantSource clock;
    private final Requests requests = new Requests();

    Steps(StudyConfig config, Journal journal, Folding folding, Log log, InstantSource clock) {
        this.config = config;
        this.journal = journal;
        this.folding = folding;
        this.log = log;
        this.clock = clock;
    }

    private State state() {
        return folding.state();
    }

    /** The next trial, if there is one that nobody must think of. */
    Optional<Trial.Running> next(Lease lease) {
        return served(Request.next(lease)).trial();
    }

    /** Lets happen what a thread wants, with all that others want by then. The caller may not have the lock. */
    private Request served(Request request) {
        requests.await(List.of(request), this::serve);
        return request;
    }

    private synchronized void serve() {
        Serving serving = new Serving();
        List<Event> happened = log.commitAll(serving);
        Batch batch = Objects.requireNonNull(serving.batch);
        batch.serve(happened, decide(batch.lease()));
    }

    /** Serves those who wait by then. */
    private final class Serving implements Log.Wish {
        private @Nullable Batch batch;

        @Override
        public boolean isWorthATurn() {
            Batch now = next();
            return now.isWorthATurn(Steps.this.decide(now.lease()));
        }

        @Override
        public List<Event> decide(boolean inTurn) {
            Batch now = next();
            return now.decide(Steps.this.decide(now.lease()), inTurn ? shortly() : () -> false);
        }

        private Batch next() {
            batch = requests.next();
            return batch;
        }
    }

    /** Whether the sampler may go on thinking in its turn: a proposal that was thought of before would be somebody else's by now. */
    private BooleanSupplier shortly() {
        Instant end = clock.instant().plus(SHORTLY);
        return new Wanted(() -> clock.instant().isBefore(end));
    }

    /** What an ask will find, as of now. */
    synchronized Decisions.Prospect prospect(Lease lease) {
        return decide(lease).prospect();
    }

    synchronized void exhaust(Lease lease) {
        log.commit(() -> decide(lease).exhausted());
    }

    private Decisions decide(Lease lease) {
        return new Decisions(state(), lease, clock.instant());
    }

    synchronized void accept(Lease lease, Proposals.Thinking thinking) {
        if (lease.ending().isEmpty()) {
            state().proposals().accept(thinking);
        }
    }

    Verdict report(Lease lease, int number, int attempt, Report report) {
        Verdict over = new Verdict.Stop("The run is over.");
        if (!happens(lease, number, decisions -> decisions.reported(number, attempt, report))) {
            return over;
        }
        Verdict verdict = verdict(lease, number, attempt).orElse(over);
        if (verdict instanceof Verdict.Stop stop) {
            happens(lease, number, decisions -> decisions.cut(number, attempt, stop.reason()));
        }
        return verdict;
    }

    /** What the pruner says; empty if the trial is not under way any more. */
    private synchronized Optional<Verdict> verdict(Lease lease, int number, int attempt) {
        Trial.Running trial = decide(lease).running(number, attempt);
        return Optional.ofNullable(trial)
                .map(t -> config.prunes()
                        ? config.pruner().judge(t, state().open().known(number))
                        : new Verdict.GoOn());
    }

    void end(Lease lease, int number, int attempt, Outcome outcome) {
        happens(lease, number, decisions -> decisions.told(number, attempt, outcome));
    }

    void release(Lease lease, int number, int attempt) {
        happens(lease, number, decisions -> decisions.released(number, attempt));
    }

    /** Ends a trial, and gives the next if both can be had in one turn. */
    Optional<Trial.Running> exchange(Lease lease, int number, int attempt, Outcome outcome) {
        if (!log.isCrowded()) {
            end(lease, number, attempt, outcome);
            return Optional.empty();
        }
        Request end = about(lease, number, decisions -> decisions.told(number, attempt, outcome));
        Request next = Request.next(lease);
        requests.await(List.of(end, next), this::serve);
        try {
            end.hasHappened();
        } catch (IllegalArgumentException e) {
            // Nobody will evaluate what the caller does not hear of.
            next.trial().ifPresent(trial -> release(lease, trial.number(), trial.attempt()));
            throw e;
        }
        return next.trial();
    }

    /** Whether something happens to a trial. */
    private boolean happens(Lease lease, int number, Function<Decisions, @Nullable Event> wish) {
        return served(about(lease, number, wish)).hasHappened();
    }

    /** What is decided is as of now, however long it waits for its turn. */
    private Request about(Lease lease, int number, Function<Decisions, @Nullable Event> wish) {
        Instant now = clock.instant();
        return Request.about(number, lease, () -> wish.apply(new Decisions(state(), lease, now)));
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
