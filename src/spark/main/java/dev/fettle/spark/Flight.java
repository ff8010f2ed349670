package dev.fettle.spark;

import dev.fettle.pruner.Verdict;
import dev.fettle.run.Crew;
import dev.fettle.run.Listener;
import dev.fettle.run.Listener.Landing;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Report;
import java.io.IOException;
import java.util.List;
import org.apache.spark.FutureAction;
import org.jspecify.annotations.Nullable;
import scala.util.Try;

/**
 * A trial that Spark evaluates. Its listener is never called under the lock of this, as who interrupts it has locked the listener.
 */
final class Flight implements Crew.Evaluation {
    private final Listener listener;
    /** Held while reports are told, one after the other. */
    private final Object telling = new Object();

    private int told;
    private boolean over;
    private boolean stopped;
    private @Nullable FutureAction<byte[]> job;
    private boolean unwanted;
    private boolean landed;
    private volatile String place = "Spark, where it waits for an executor";
    private volatile String lost = "its executor was lost";

    Flight(Listener listener) {
        this.listener = listener;
    }

    synchronized void submitted(FutureAction<byte[]> submitted) {
        job = submitted;
        if (unwanted) {
            submitted.cancel();
        }
    }

    void began(String executor, String host) {
        place = "executor " + executor + " at " + host;
        listener.began();
    }

    void lost(String executor) {
        lost = "executor " + executor + " was lost";
    }

    /** What has been reported so far, of which a part has been told before. */
    void reported(List<Report> all) {
        synchronized (telling) {
            for (; !over && !stopped && told < all.size(); told++) {
                stopped = listener.reported(all.get(told)) instanceof Verdict.Stop;
            }
            if (stopped) {
                cancel();
            }
        }
    }

    private synchronized void cancel() {
        unwanted = true;
        if (job != null) {
            job.cancel();
        }
    }

    /** The job is over. */
    void ended(Try<byte[]> result) {
        synchronized (this) {
            landed = true;
        }
        Landing end = landing(result);
        synchronized (telling) {
            over = true;
        }
        listener.landed(end);
    }

    private Landing landing(Try<byte[]> result) {
        if (result.isFailure()) {
            Throwable thrown = result.failed().get();
            return String.valueOf(thrown.getMessage()).contains("ExecutorLostFailure")
                    ? new Landing.Lost(lost)
                    : new Landing.Threw(Failure.of(thrown));
        }
        try {
            Reply reply = Reply.of(result.get());
            reported(reply.reports());
            return reply.landing(lost);
        } catch (IOException e) {
            return new Landing.Threw(Failure.of(e));
        }
    }

    @Override
    public synchronized boolean interrupt() {
        if (!landed) {
            cancel();
        }
        return !landed;
    }

    @Override
    public String place() {
        return place;
    }
}
