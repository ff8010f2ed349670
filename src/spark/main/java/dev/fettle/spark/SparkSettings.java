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

    /** The first of Java 25 that does not damage data, as Spark's documentation says of the collector G1. */
    private static final Runtime.Version WHOLE = Runtime.Version.parse("25.0.3");

    private SparkSettings() {}

    /** Why trials cannot run under these, a sentence; empty if they can. */
    static Optional<String> refusal(SparkConf conf) {
        return conf.getBoolean(SPECULATION, false)
                ? Optional.of(
                        "Setting (" + SPECULATION + ") must be false, as it runs trials twice. Maybe a new session"
                                + " with  .config(\"" + SPECULATION + "\", \"false\").")
                : Optional.empty();
    }

    /** What is wrong with the Java of the executors, a sentence; empty if nothing is known. */
    static Optional<String> doubt(Runtime.Version java) {
        return java.feature() == WHOLE.feature() && java.compareToIgnoreOptional(WHOLE) < 0
                ? Optional.of("Java of the executors (" + java + ") should be " + WHOLE
                        + " or later: its garbage collector may damage data.")
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
