package dev.fettle.spark;

import dev.fettle.trial.Report;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.ExecutorLostFailure;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/** Hears from Spark what becomes of trials: by their job group, then by the stage of the job, and by their accumulator. */
final class Flights extends SparkListener {
    private static final String GROUP = "spark.jobGroup.id";

    private final Map<String, Flight> byGroup = new ConcurrentHashMap<>();
    private final Map<Long, Flight> byAccumulator = new ConcurrentHashMap<>();
    private final Map<Integer, Flight> byStage = new ConcurrentHashMap<>();

    void add(String group, long accumulator, Flight flight) {
        byGroup.put(group, flight);
        byAccumulator.put(accumulator, flight);
    }

    void remove(String group, long accumulator) {
        Flight flight = byGroup.remove(group);
        byAccumulator.remove(accumulator);
        byStage.values().removeIf(other -> other == flight);
    }

    @Override
    public void onJobStart(SparkListenerJobStart event) {
        Flight flight = event.properties() == null
                ? null
                : byGroup.get(Objects.toString(event.properties().getProperty(GROUP), ""));
        if (flight != null) {
            CollectionConverters.asJava(event.stageInfos()).forEach(stage -> byStage.put(stage.stageId(), flight));
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart event) {
        Flight flight = byStage.get(event.stageId());
        if (flight != null) {
            flight.began(event.taskInfo().executorId(), event.taskInfo().host());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        Flight flight = byStage.get(event.stageId());
        if (flight != null && event.reason() instanceof ExecutorLostFailure failure) {
            flight.lost(failure.execId());
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate event) {
        CollectionConverters.asJava(event.accumUpdates())
                .forEach(task -> CollectionConverters.asJava(task._4()).forEach(this::updated));
    }

    private void updated(AccumulableInfo info) {
        Flight flight = byAccumulator.get(info.id());
        if (flight != null && info.update().isDefined() && info.update().get() instanceof List<?> values) {
            flight.reported(values.stream()
                    .map(value -> (double[]) value)
                    .map(value -> new Report((int) value[0], value[1]))
                    .collect(Collectors.toList()));
        }
    }
}
