package dev.fettle.spark;

import dev.fettle.trial.Probe;
import dev.fettle.trial.Report;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.util.CollectionAccumulator;

/** The probe of a trial where it runs: reports go with the next heartbeat of the executor, and once more with the reply. */
final class RemoteProbe implements Probe {
    private final Errand errand;
    private final TaskContext context;
    private final CollectionAccumulator<double[]> accumulator;
    private final List<Report> reports = new ArrayList<>();

    RemoteProbe(Errand errand, TaskContext context, CollectionAccumulator<double[]> accumulator) {
        this.errand = errand;
        this.context = context;
        this.accumulator = accumulator;
    }

    @Override
    public boolean report(int step, double score) {
        synchronized (reports) {
            reports.add(new Report(step, score));
            accumulator.add(new double[] {step, score});
        }
        return !context.isInterrupted();
    }

    List<Report> reports() {
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    @Override
    public int resource() {
        return errand.resource();
    }

    @Override
    public long seed() {
        return errand.seed();
    }

    @Override
    public int number() {
        return errand.number();
    }
}
