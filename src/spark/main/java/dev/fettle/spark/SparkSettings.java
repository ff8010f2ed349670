package dev.fettle.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.SparkConf;

/**
 * What a session should have been given when it was made (Spark 4.2 documentation, "Configuration"), so that a trial over its time
 * ends even if it does not obey, and so that reports arrive while they matter.
 */
final class SparkSettings {
    private static final String SPECULATION = "spark.speculation";
    private static final String HEARTBEAT = "spark.executor.heartbeatInterval";

    /** Setting and value, in the order in which they are said. */
    static final SortedMap<String, String> WANTED = new TreeMap<>(java.util.Map.of(
            "spark.task.reaper.enabled", "true", "spark.task.reaper.killTimeout", "30s", HEARTBEAT, "2s"));

    private SparkSettings() {}

    /** Why trials cannot run under these, a sentence; empty if they can. */
    static Optional<String> refusal(SparkConf conf) {
        return conf.getBoolean(SPECULATION, false)
                ? Optional.of(
                        "Setting (" + SPECULATION + ") must be false, as it runs trials twice. Maybe a new session"
                                + " with  .config(\"" + SPECULATION + "\", \"false\").")
                : Optional.empty();
    }

    /** What they lack, as a sentence; empty if nothing. */
    static Optional<String> lack(SparkConf conf) {
        List<String> missing = new ArrayList<>();
        WANTED.forEach((setting, value) -> {
            boolean quickEnough = setting.equals(HEARTBEAT) && conf.getTimeAsMs(setting, "10s") <= 2000;
            if (!quickEnough && !conf.contains(setting)) {
                missing.add(setting + "=" + value);
            }
        });
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("This Spark session lacks " + String.join(", ", missing)
                        + ": without them a trial that ignores its end keeps its place, and pruning comes late.");
    }
}
