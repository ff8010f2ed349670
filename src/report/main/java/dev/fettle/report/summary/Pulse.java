package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What goes on in a run at one moment. Immutable, for any thread.
 *
 * @param at the time of day where the user lives
 * @param earlier how many of the finished trials are of earlier runs
 * @param running the trials that are not finished, the one that runs longest first
 * @param elsewhere how many of those other processes evaluate, by where they are: {@code process 4711 on lab3}
 * @param stopping whether the run was asked to end
 */
public record Pulse(
        LocalTime at, int earlier, List<Going> running, SortedMap<String, Integer> elsewhere, boolean stopping) {
    private static final int NAMED = 3;
    private static final int PLACES = 2;

    public Pulse {
        running = List.copyOf(running);
        elsewhere = Collections.unmodifiableSortedMap(new TreeMap<>(elsewhere));
    }

    /** One of a study that no other process works on. */
    public Pulse(LocalTime at, int earlier, List<Going> running, boolean stopping) {
        this(at, earlier, running, new TreeMap<>(), stopping);
    }

    /**
     * A trial that runs.
     *
     * @param lasting how long it has been running, at least 0
     */
    public record Going(int number, Duration lasting) {}

    /** The pulse of a study at a moment. */
    public static Pulse of(
            Instant now,
            ZoneId zone,
            int earlier,
            List<Trial.Running> running,
            Map<String, Integer> elsewhere,
            boolean stopping) {
        List<Going> going = running.stream()
                .map(t -> new Going(t.number(), lasting(t.started(), now)))
                .sorted(Comparator.comparing(Going::lasting).reversed().thenComparing(Going::number))
                .toList();
        return new Pulse(LocalTime.ofInstant(now, zone), earlier, going, new TreeMap<>(elsewhere), stopping);
    }

    private static Duration lasting(Instant start, Instant now) {
        return start.isAfter(now) ? Duration.ZERO : Duration.between(start, now);
    }

    /** {@code Trial 8 running for 12 s}; of several how many there are and the one that runs longest. */
    public String words() {
        if (stopping) {
            return running.isEmpty() ? "Stopping …" : "Stopping, waiting for " + names() + " …";
        }
        if (running.isEmpty()) {
            return "No trial is running";
        }
        Going longest = running.get(0);
        String lasting = Wording.seconds(longest.lasting());
        return running.size() == 1
                ? "Trial " + longest.number() + " running for " + lasting + place()
                : running.size() + " trials running" + places() + ", trial " + longest.number() + " for " + lasting;
    }

    private String place() {
        return elsewhere.isEmpty() ? "" : " in " + elsewhere.keySet().iterator().next();
    }

    /** How many trials are at the first places, and at all the others. */
    private String places() {
        List<String> places = new ArrayList<>();
        elsewhere.entrySet().stream()
                .limit(PLACES)
                .map(there -> there.getValue() + " in " + there.getKey())
                .forEach(places::add);
        int more = elsewhere.values().stream().skip(PLACES).mapToInt(n -> n).sum();
        if (more > 0) {
            places.add(more + " in others");
        }
        return places.isEmpty() ? "" : " (" + String.join(", ", places) + ")";
    }

    private String names() {
        String first = running.stream()
                .limit(NAMED)
                .map(g -> Integer.toString(g.number()))
                .collect(Collectors.joining(", "));
        int more = running.size() - NAMED;
        return (running.size() == 1 ? "trial " : "trials ") + first + (more > 0 ? " and " + more + " more" : "");
    }
}
