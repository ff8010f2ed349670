package dev.fettle.spark;

import dev.fettle.trial.Failure;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Score;
import java.io.Serializable;
import java.util.Objects;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * The only task of a job: evaluates one trial. What is thrown is a reply too, so that Spark runs it again only where an executor was
 * lost; and then this says so in place of an evaluation that nobody would know of.
 */
final class Evaluate extends AbstractFunction1<Iterator<Object>, byte[]> implements Serializable {
    private static final long serialVersionUID = 1;

    private final Errand errand;
    private final String hash;
    private final Broadcast<byte[]> envelope;
    private final CollectionAccumulator<double[]> reports;

    Evaluate(Errand errand, String hash, Broadcast<byte[]> envelope, CollectionAccumulator<double[]> reports) {
        this.errand = errand;
        this.hash = hash;
        this.envelope = envelope;
        this.reports = reports;
    }

    @Override
    public byte[] apply(Iterator<Object> nothing) {
        TaskContext context = TaskContext.get();
        return (context.attemptNumber() > 0 ? Reply.LOST : evaluated(context)).bytes();
    }

    private Reply evaluated(TaskContext context) {
        RemoteProbe probe = new RemoteProbe(errand, context, reports);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            Objective objective = Received.objective(hash, envelope::value);
            thread.setContextClassLoader(objective.getClass().getClassLoader());
            Score score =
                    Objects.requireNonNull(objective.evaluate(errand.point(), probe), "Score (null) must be a number.");
            return new Reply(score, null, probe.reports());
        } catch (Throwable e) {
            return new Reply(null, Failure.of(e), probe.reports());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
