package dev.fettle.run;

import dev.fettle.pruner.Verdict;
import dev.fettle.study.Lease;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Report;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a trial: the link between its evaluation and its lease. It is interrupted for one of two reasons: the run is
 * over, or its time is up.
 */
final class Attempt implements Listener {
    /** With so many attempts a trial that loses its place has failed. */
    static final int LOSSES = 3;

    private final Trial.Running trial;
    private final InstantSource clock;
    private final Lease lease;
    private final BiConsumer<Attempt, Landing> landing;
    private Crew.@Nullable Evaluation evaluation;
    private @Nullable Instant began;
    private @Nullable Failure late;
    private @Nullable Instant grace;
    private boolean interrupted;

    Attempt(Trial.Running trial, InstantSource clock, Lease lease, BiConsumer<Attempt, Landing> landing) {
        this.trial = trial;
        this.clock = clock;
        this.lease = lease;
        this.landing = landing;
    }

    int number() {
        return trial.number();
    }

    synchronized void begin(Crew.Evaluation started) {
        evaluation = started;
        if (interrupted) {
            started.interrupt();
        }
    }

    @Override
    public synchronized void began() {
        began = clock.instant();
    }

    @Override
    public Verdict reported(Report report) {
        return lease.report(number(), trial.attempt(), report);
    }

    @Override
    public void landed(Landing end) {
        landing.accept(this, end);
    }

    /**
     * Tells the lease what became of it. What an interrupted evaluation returned is worth nothing.
     *
     * @return the next trial, if the lease has given it at once
     */
    synchronized Optional<Trial.Running> tell(Landing end) {
        if (late != null || interrupted) {
            giveUp();
        } else if (end instanceof Landing.Returned returned) {
            return lease.exchange(number(), trial.attempt(), lease.outcome(returned.score()));
        } else if (end instanceof Landing.Threw threw) {
            return lease.exchange(number(), trial.attempt(), new Outcome.Lost(threw.failure()));
        } else if (end instanceof Landing.Lost lost) {
            lost(lost.reason());
        }
        return Optional.empty();
    }

    private void lost(String reason) {
        if (trial.attempt() < LOSSES) {
            lease.release(number(), trial.attempt());
        } else {
            lease.fail(number(), trial.attempt(), Failure.thrown("Lost", reason));
        }
    }

    /** Tells the lease that nothing is to be expected of it. */
    synchronized void giveUp() {
        if (late != null) {
            lease.fail(number(), trial.attempt(), late);
        } else {
            lease.release(number(), trial.attempt());
        }
    }

    /** Asks it to come back, unless it has. */
    synchronized void interrupt() {
        interrupted |= evaluation == null || evaluation.interrupt();
    }

    /** Its time is up: interrupted, and failed whatever it returns; nothing if it has returned. */
    synchronized void expire(Duration limit, Instant lastMoment) {
        interrupt();
        if (interrupted) {
            late = Failure.timedOut(limit);
            grace = lastMoment;
        }
    }

    /** Whether its time was up. */
    synchronized boolean isLate() {
        return late != null;
    }

    /** When it is to be interrupted or, if it was, given up. The time of one that waits for its place stands still. */
    synchronized Instant due(Instant now, Duration limit) {
        return grace == null ? Runner.after(began == null ? now : began, limit) : grace;
    }

    /** Its number, and where it runs. */
    synchronized String place() {
        return "trial " + number() + " on " + (evaluation == null ? "no thread" : evaluation.place());
    }
}
