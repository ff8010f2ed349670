package dev.fettle.study;

import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Probe;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation on a thread of the executor. Whatever it does, exactly one message comes back, and an interrupt meant for
 * it never reaches the next task of the thread.
 */
final class Flight implements Runnable, Probe {
    private final Trial.Running trial;
    private final Study study;
    private final Objective objective;
    private final Queue<Message> messages;
    private @Nullable Thread thread;
    private boolean interrupted;

    Flight(Trial.Running trial, Study study, Objective objective, Queue<Message> messages) {
        this.trial = trial;
        this.study = study;
        this.objective = objective;
        this.messages = messages;
    }

    @Override
    public void run() {
        Message.Landed message = begin() ? evaluate() : new Message.Interrupted(number());
        messages.add(end() ? new Message.Interrupted(number()) : message);
    }

    /** Throwables that are no exceptions too: a stack overflow of one trial must not end the run. */
    private Message.Landed evaluate() {
        try {
            Score score = objective.evaluate(trial.point(), this);
            return new Message.Scored(number(), score);
        } catch (Throwable e) {
            return new Message.Threw(number(), Failure.of(e));
        }
    }

    private synchronized boolean begin() {
        thread = Thread.currentThread();
        return !interrupted;
    }

    /** Whether the flight was interrupted; what it returned is then worth nothing. */
    private synchronized boolean end() {
        thread = null;
        Thread.interrupted();
        return interrupted;
    }

    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** The name of the thread that runs it, or "none". */
    synchronized String thread() {
        return thread == null ? "none" : thread.getName();
    }

    private synchronized boolean wanted() {
        return !interrupted;
    }

    @Override
    public boolean report(int step, double score) {
        if (wanted()) {
            study.report(number(), new Report(step, score));
        }
        return wanted();
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
