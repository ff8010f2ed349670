package dev.fettle.run;

import dev.fettle.study.Lease;
import dev.fettle.trial.Ending;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The evaluations of one run that are under way. Who lands one asks for the next. Telling and asking happen outside the lock, as
 * a journal may be far away and the sampler may think for long; whoever got a trial leaves the next two free places to other
 * threads, so that many places are soon full.
 */
final class InFlight {
    private final Crew crew;
    private final Executor askers;
    private final InstantSource clock;
    private final Lease lease;
    private final Objective objective;
    private final @Nullable Duration trialTime;
    private final long seed;
    private final Runnable wakeUp;
    private final @Nullable Instant deadline;
    private final Map<Integer, Attempt> attempts = new LinkedHashMap<>();
    private final List<String> stubborn = new ArrayList<>();
    private final List<String> abandoned = new ArrayList<>();
    private int asking;
    /** Of those who ask, the ones that must tell first what became of a trial. */
    private int telling;
    /** When the runner will look, as far as it knows. */
    private @Nullable Instant watched;
    /** Why the run cannot go on: the journal or the sampler has failed. */
    private @Nullable Throwable broken;
    /** Nobody waits for what is still under way. */
    private volatile boolean closed;

    /** @param wakeUp called when the runner should look up: after the end, and when something was late */
    InFlight(
            Crew crew,
            Executor askers,
            InstantSource clock,
            Lease lease,
            Objective objective,
            @Nullable Duration trialTime,
            Runnable wakeUp) {
        this.crew = crew;
        this.askers = askers;
        this.clock = clock;
        this.lease = lease;
        this.objective = objective;
        this.trialTime = trialTime;
        this.seed = lease.config().seed().child("objective").value();
        this.wakeUp = wakeUp;
        Duration time = lease.budget().time();
        this.deadline = time == null ? null : Runner.after(clock.instant(), time);
    }

    /** One step of the runner: learns what others have done, and ends what is over its time. Throws what a landing threw. */
    void look() {
        lease.look();
        check();
    }

    /** What another has done may have made room for a trial here. */
    synchronized void refill() {
        if (asking == 0
                && attempts.size() < crew.places()
                && !closed
                && lease.pause().isPresent()) {
            fill();
        }
    }

    private synchronized void check() {
        if (broken instanceof Error e) {
            throw e;
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        expire();
    }

    /** Lets a thread ask for trials until the places are full, or there is nothing to ask for now. */
    synchronized void fill() {
        asking++;
        askers.execute(this::ask);
    }

    /** Asks for one trial, and begins it. */
    private void ask() {
        try {
            Optional<Trial.Running> trial = lease.ask(() -> !closed);
            if (trial.isPresent()) {
                begin(trial.get());
            } else {
                nothing();
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private synchronized void begin(Trial.Running trial) {
        asking--;
        if (closed || lease.ending().isPresent()) {
            lease.release(trial.number(), trial.attempt());
            return;
        }
        Attempt attempt = new Attempt(trial, clock, lease, this::landed);
        attempts.put(trial.number(), attempt);
        for (int i = 0; i < 2 && attempts.size() + asking < crew.places(); i++) {
            fill();
        }
        if (trialTime != null
                && (watched == null || attempt.due(clock.instant(), trialTime).isBefore(watched))) {
            wakeUp.run();
        }
        attempt.begin(crew.start(trial, objective, seed, attempt));
    }

    private synchronized void nothing() {
        asking--;
        if (asking == 0 && attempts.isEmpty() && !closed) {
            lease.exhaust();
        }
        if (lease.ending().isPresent()) {
            wakeUp.run();
        }
    }

    private synchronized void fail(Throwable e) {
        asking--;
        broken = e;
        closed = true;
        wakeUp.run();
    }

    /** Tells what became of an evaluation, unless it was given up, and asks for the next one on the same thread. */
    private void landed(Attempt attempt, Listener.Landing end) {
        synchronized (this) {
            if (closed || !attempts.remove(attempt.number(), attempt)) {
                return;
            }
            asking++;
            telling++;
        }
        try {
            Optional<Trial.Running> next = tell(attempt, end);
            told(attempt);
            next.ifPresentOrElse(this::begin, this::ask);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private Optional<Trial.Running> tell(Attempt attempt, Listener.Landing end) {
        try {
            return attempt.tell(end);
        } finally {
            synchronized (this) {
                telling--;
            }
        }
    }

    private synchronized void told(Attempt attempt) {
        expire();
        // Behind a late trial the next is due before the end of the grace for which the runner waits.
        if (attempt.isLate() || lease.ending().isPresent()) {
            wakeUp.run();
        }
    }

    /** Ends the run if its time is up; interrupts the trials that are over theirs, and gives up those that had their grace. */
    private void expire() {
        if (deadline == null && trialTime == null) {
            return;
        }
        Instant now = clock.instant();
        if (deadline != null && !now.isBefore(deadline)) {
            lease.stop(Ending.TIME);
        }
        if (trialTime == null) {
            return;
        }
        for (Attempt attempt : List.copyOf(attempts.values())) {
            if (now.isBefore(attempt.due(now, trialTime))) {
                continue;
            }
            if (attempt.isLate()) {
                giveUp(attempt);
                fill();
            } else {
                attempt.expire(trialTime, now.plus(Runner.GRACE));
            }
        }
    }

    private void giveUp(Attempt attempt) {
        (attempt.isLate() ? abandoned : stubborn).add(attempt.place());
        attempts.remove(attempt.number());
        attempt.giveUp();
    }

    /** When the runner must look, though nobody has called; null for never. */
    synchronized @Nullable Instant earliest() {
        Instant first = deadline;
        if (trialTime != null) {
            Instant now = clock.instant();
            for (Attempt attempt : attempts.values()) {
                Instant due = attempt.due(now, trialTime);
                first = first == null || due.isBefore(first) ? due : first;
            }
        }
        watched = first;
        return first;
    }

    /** Begins nothing any more, and hears of no landing. */
    synchronized void close() {
        closed = true;
        interrupt();
    }

    synchronized boolean isEmpty() {
        return attempts.isEmpty() && telling == 0;
    }

    synchronized void interrupt() {
        attempts.values().forEach(Attempt::interrupt);
    }

    /** Gives up what did not obey the interrupt. */
    synchronized void clear() {
        List.copyOf(attempts.values()).forEach(this::giveUp);
    }

    synchronized List<String> stubborn() {
        return List.copyOf(stubborn);
    }

    synchronized List<String> abandoned() {
        return List.copyOf(abandoned);
    }
}
