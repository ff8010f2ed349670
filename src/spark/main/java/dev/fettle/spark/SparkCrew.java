package dev.fettle.spark;

import dev.fettle.envelope.Envelope;
import dev.fettle.run.Crew;
import dev.fettle.run.Listener;
import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.FutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.CollectionAccumulator;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Evaluates each trial by a job of its own, so that one can be cancelled alone. The objective is sent once, and opened once by each
 * executor.
 */
final class SparkCrew implements Crew {
    private final JavaSparkContext spark;
    private final int places;
    private final String hash;
    private final Broadcast<byte[]> envelope;
    /** One partition, for one task. */
    private final RDD<Object> one;

    private final Flights flights = new Flights();
    /** Its threads end by themselves; a trial that was given up may land behind the end of the crew. */
    private final ExecutorService landing = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fettle-spark");
        thread.setDaemon(true);
        return thread;
    });
    /** No other crew's jobs have it. */
    private final String name = "fettle-" + UUID.randomUUID();

    SparkCrew(JavaSparkContext spark, Envelope envelope, int places) {
        this.spark = spark;
        this.places = places;
        // Each crew opens its own: what the trials of another have left in variables is not seen.
        this.hash = envelope.hash() + name;
        this.envelope = spark.broadcast(envelope.bytes());
        this.one = spark.parallelize(List.<Object>of(0), 1).rdd();
        spark.sc().addSparkListener(flights);
    }

    @Override
    public int places() {
        return places;
    }

    @Override
    public Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener) {
        SparkContext context = spark.sc();
        CollectionAccumulator<double[]> reports = context.collectionAccumulator();
        String group = name + "-" + trial.number() + "-" + trial.attempt();
        Flight flight = new Flight(listener);
        flights.add(group, reports.id(), flight);
        Errand errand =
                new Errand(trial.point(), trial.number(), trial.proposal().resource(), seed);
        context.setJobGroup(group, "Trial " + trial.number(), true);
        try {
            Evaluate task = new Evaluate(errand, hash, envelope, reports);
            byte[][] reply = new byte[1][];
            FutureAction<byte[]> job = context.submitJob(
                    one,
                    task,
                    CollectionConverters.asScala(List.<Object>of(0)).toSeq(),
                    (index, bytes) -> {
                        reply[0] = bytes;
                        return BoxedUnit.UNIT;
                    },
                    () -> reply[0]);
            flight.submitted(job);
            job.onComplete(
                    result -> {
                        flights.remove(group, reports.id());
                        flight.ended(result);
                        return null;
                    },
                    ExecutionContext.fromExecutor(landing));
        } finally {
            context.clearJobGroup();
        }
        return flight;
    }

    @Override
    public void close() {
        spark.sc().removeSparkListener(flights);
        envelope.destroy();
        Received.forget(hash);
    }
}
