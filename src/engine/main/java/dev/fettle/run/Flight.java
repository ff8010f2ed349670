package dev.fettle.run;

import dev.fettle.study.Study;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation on a thread of the executor. Whatever it does, it lands, and an interrupt meant for it never reaches what
 * the thread does next. It is interrupted for one of two reasons: the run is over, or its time is up.
 */
final class Flight implements Probe {
    /** What is told of a flight that could not even say why it failed: there was no memory left. */
    private static final Failure LOST = Failure.thrown("OutOfMemoryError", "");

    private final Trial.Running trial;
    private final Study study;
    private final Objective objective;
    private final InstantSource clock;
    private @Nullable Thread thread;
    private @Nullable Instant begun;
    private @Nullable Score score;
    private Failure failure = LOST;
    private @Nullable Failure late;
    private @Nullable Instant grace;
    private boolean interrupted;
    private boolean landed;

    Flight(Trial.Running trial, Study study, Objective objective, InstantSource clock) {
        this.trial = trial;
        this.study = study;
        this.objective = objective;
        this.clock = clock;
    }

    /** Comes back normally, whatever the objective does: one trial must not end the run. */
    void fly() {
        try {
            evaluate();
        } catch (Throwable e) {
            // Not even its name could be kept.
            failure = LOST;
        } finally {
            end();
        }
    }

    private void evaluate() {
        try {
            if (begin()) {
                score = Objects.requireNonNull(
                        objective.evaluate(trial.point(), this), "Score (null) must be a number.");
            }
        } catch (Throwable e) {
            failure = Failure.of(e);
        }
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        begun = clock.instant();
        return !interrupted;
    }

    private synchronized void end() {
        thread = null;
        landed = true;
        Thread.interrupted();
    }

    /** Tells the study what became of it, once it has landed or was given up. What an interrupted flight returned is worth nothing. */
    synchronized void tell() {
        if (late != null) {
            study.fail(number(), late);
        } else if (interrupted) {
            study.release(number());
        } else if (score != null) {
            study.tell(number(), score);
        } else {
            study.fail(number(), failure);
        }
    }

    /** Asks it to come back at once; nothing if it has. */
    synchronized void interrupt() {
        interrupted |= !landed;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Its time is up: interrupted, and failed whatever it returns; nothing if it has landed. */
    synchronized void expire(Duration limit, Instant lastMoment) {
        if (!landed) {
            late = Failure.timedOut(limit);
            grace = lastMoment;
            interrupt();
        }
    }

    /** Whether its time was up. */
    synchronized boolean isLate() {
        return late != null;
    }

    /** When it is to be interrupted or, if it was, given up. The time of a flight that waits for a thread stands still. */
    synchronized Instant due(Instant now, Duration limit) {
        Instant start = begun == null ? now : begun;
        return grace == null ? start.plus(limit) : grace;
    }

    /** Number and the name of the thread that runs it. */
    synchronized String place() {
        return "trial " + number() + " on thread " + (thread == null ? "none" : thread.getName());
    }

    private synchronized boolean wanted() {
        return !interrupted;
    }

    @Override
    public boolean report(int step, double value) {
        if (wanted()) {
            study.report(number(), new Report(step, value));
        }
        return wanted();
    }

    @Override
    public int resource() {
        return trial.proposal().resource();
    }

    @Override
    public long seed() {
        return study.config().seed().child("objective").value();
    }

    @Override
    public int number() {
        return trial.number();
    }
}
