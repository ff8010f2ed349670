package dev.fettle.run;

import dev.fettle.study.Lease;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs a study: keeps up to {@code jobs} trials in flight and tells the study what became of them, one step at a time.
 * {@link #stop} may be called from any thread. One runner, one run.
 *
 * <pre>{@code
 * Ending ending = new Runner(executor).run(study.begin(Budget.trials(60)), objective, Limits.jobs(2));
 * }</pre>
 */
public final class Runner {
    /** How long a trial that was interrupted may take to obey. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Executor executor;
    private final InstantSource clock;
    /** Wishes to end the run; empty ones only ask the runner to look up. */
    private final BlockingQueue<Optional<Ending>> wishes = new LinkedBlockingQueue<>();

    private List<String> stubborn = List.of();
    private List<String> abandoned = List.of();

    /** A runner whose time limits are those of a clock that nobody sets; the rest as the other one. */
    public Runner(Executor executor) {
        this(executor, SteadyClock.begin());
    }

    /**
     * A runner.
     *
     * @param executor for those who ask and, if they have no other crew, for the trials, as {@link ThreadCrew} says; a sampler
     *     that thinks keeps one thread more
     * @param clock for the time limits
     */
    public Runner(Executor executor, InstantSource clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /** Ends the run soon: no trial starts any more, running ones are interrupted and released. */
    public void stop(Ending reason) {
        wishes.add(Optional.of(reason));
    }

    /** Runs on the threads of the executor; the rest as {@link #run(Lease, Objective, Crew, Duration)}. */
    public Ending run(Lease lease, Objective objective, Limits limits) {
        return run(lease, objective, new ThreadCrew(executor, limits.jobs()), limits.trialTime());
    }

    /**
     * Runs until the lease ends, and says why it did. An interrupt of the calling thread counts as {@link
     * Ending#INTERRUPTED} and is consumed.
     *
     * <p>A trial over its time is interrupted and fails; if it does not obey within five seconds it is abandoned: its
     * thread may run on, what it returns is ignored, and its place is free for the next. A sampler that is asked to stop
     * thinking and does not is not waited for.
     *
     * @param trialTime for one trial, positive; null for no limit
     * @throws java.io.UncheckedIOException if the journal fails; what was in flight is interrupted
     */
    public Ending run(Lease lease, Objective objective, Crew crew, @Nullable Duration trialTime) {
        InFlight inFlight =
                new InFlight(crew, executor, clock, lease, objective, trialTime, () -> wishes.add(Optional.empty()));
        lease.onTrouble(() -> wishes.add(Optional.empty()));
        try {
            inFlight.look();
            inFlight.fill();
            while (lease.ending().isEmpty() || !lease.isSettled()) {
                inFlight.refill();
                Duration pause = lease.pause().orElse(LONGEST_WAIT);
                next(inFlight.earliest(), pause).flatMap(wish -> wish).ifPresent(lease::stop);
                inFlight.look();
            }
            land(inFlight);
        } finally {
            // Nothing is left unless the journal has failed; then nobody waits for these.
            inFlight.close();
            stubborn = inFlight.stubborn();
            abandoned = inFlight.abandoned();
        }
        return lease.ending().orElseThrow();
    }

    /** After a run: trials that ignored its end for five seconds and may still be running, by thread name. */
    public List<String> stubborn() {
        return stubborn;
    }

    /** After a run: trials that ignored the end of their time for five seconds, likewise. */
    public List<String> abandoned() {
        return abandoned;
    }

    /** A moment, or the last there is if nobody will live to see it. */
    static Instant after(Instant moment, Duration time) {
        return time.compareTo(Duration.between(moment, Instant.MAX)) < 0 ? moment.plus(time) : Instant.MAX;
    }

    /** The next wish; empty if there was none before the deadline, or for so long. */
    private Optional<Optional<Ending>> next(@Nullable Instant deadline, Duration longest) {
        try {
            Duration wait = deadline == null ? longest : Duration.between(clock.instant(), deadline);
            // One more: a part of a millisecond must not become a loop without waiting.
            long millis = (wait.compareTo(longest) < 0 ? wait : longest).toMillis() + 1;
            return Optional.ofNullable(wishes.poll(Math.max(0, millis), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            return Optional.of(Optional.of(Ending.INTERRUPTED));
        }
    }

    /** After the end: what is still in flight is interrupted and, whether it obeys or not, told. */
    private void land(InFlight inFlight) {
        inFlight.interrupt();
        Instant deadline = clock.instant().plus(GRACE);
        while (!inFlight.isEmpty() && next(deadline, LONGEST_WAIT).isPresent()) {
            // Another landing, or another wish to end what has ended.
        }
        inFlight.clear();
        inFlight.look();
    }
}
