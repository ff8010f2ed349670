package dev.fettle.sampler;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One finished step down a gradient, for reports. Immutable, for any thread.
 *
 * <pre>{@code
 * List<Slope> slopes(StudyConfig config, History history) {
 *     return config.slopes(history);
 * }
 * }</pre>
 *
 * @param start number of the start point, from 1
 * @param step from 1, and again from 1 behind each start point
 * @param trials how many trials, anybody's, had been told when it ended
 * @param loss at its place; NaN if that failed
 * @param norm Euclidean length of the gradient there, in the coordinates of {@link dev.fettle.trial.Score#gradient}, at least
 *     0; NaN if that failed
 * @param rate by which the gradient was multiplied, positive
 * @param event what became of it
 * @param remarks what a reader should know of it, sentences; mostly none
 */
public record Slope(
        int start, int step, int trials, double loss, double norm, double rate, Event event, List<String> remarks) {
    public Slope {
        remarks = List.copyOf(remarks);
    }

    /** The same behind so many trials more. */
    public Slope behind(int more) {
        return new Slope(start, step, trials + more, loss, norm, rate, event, remarks);
    }

    /** What becomes of a step. */
    public enum Event {
        /** It went down as the rule says. */
        STEP,
        /** It would have been too long, and was cut. */
        CLIPPED,
        /** Gradients turn back on each other and nothing gets better: half the rate, from the best place. */
        OSCILLATING,
        /** The loss grows: likewise. */
        GROWING,
        /** There was no score: likewise. */
        FAILED,
        /** There is no slope that could be told from none: on from another start point. */
        VANISHED,
        /** The step is too short to lead anywhere: likewise. */
        STUCK,
        /** There was no score at a start point: likewise. */
        LOST,
        /** The steps of a start point are used: likewise. */
        USED;

        /** Whether it goes on from another start point. */
        public boolean restarts() {
            return compareTo(VANISHED) >= 0;
        }

        /** Whether it goes back to the best place. */
        public boolean backsOff() {
            return compareTo(OSCILLATING) >= 0 && compareTo(FAILED) <= 0;
        }
    }

    /** A whole descent in a few sentences; none of no steps. */
    public static List<String> remarks(List<Slope> slopes) {
        Map<Event, Integer> counts = new EnumMap<>(Event.class);
        List<String> all = new ArrayList<>();
        for (Slope slope : slopes) {
            counts.merge(slope.event(), 1, Integer::sum);
            all.addAll(slope.remarks());
        }
        if (!slopes.isEmpty()) {
            List<String> parts = new ArrayList<>();
            parts.add(slopes.size() + (slopes.size() == 1 ? " step" : " steps"));
            add(parts, "clipped", counts, e -> e == Event.CLIPPED);
            add(parts, "backed off", counts, Event::backsOff);
            add(parts, "began again", counts, Event::restarts);
            all.add("Gradient: " + String.join("; ", parts) + ".");
        }
        return List.copyOf(all);
    }

    private static void add(List<String> parts, String what, Map<Event, Integer> counts, Predicate<Event> which) {
        int sum = counts.keySet().stream().filter(which).mapToInt(counts::get).sum();
        if (sum > 0) {
            String why = counts.keySet().stream()
                    .filter(e -> which.test(e) && e != Event.CLIPPED)
                    .map(e -> e.name().toLowerCase(Locale.ROOT) + " " + counts.get(e))
                    .collect(Collectors.joining(", "));
            parts.add(what + " " + sum + (sum == 1 ? " time" : " times") + (why.isEmpty() ? "" : " (" + why + ")"));
        }
    }
}
