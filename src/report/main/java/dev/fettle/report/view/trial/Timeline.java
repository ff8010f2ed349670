package dev.fettle.report.view.trial;

import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When each trial ran, in seconds since the first began. Repeats, which took no time of their own, are left out. Immutable, for
 * any thread.
 *
 * <pre>{@code
 * for (Timeline.Span span : Timeline.of(history).spans()) {
 *     System.out.println(span.trial().number() + " began after " + span.start() + " s");
 * }
 * }</pre>
 *
 * @param spans in the order of their beginnings, of equals in that of the numbers
 * @param cuts where on the shortened clock a pause was left out: one longer than all trials together, in which none ran, as
 *     between two runs of a study
 */
public record Timeline(List<Span> spans, List<Double> cuts) {
    public Timeline {
        spans = List.copyOf(spans);
        cuts = List.copyOf(cuts);
    }

    /**
     * One trial.
     *
     * @param start in seconds, at least 0
     * @param shown the start on a clock that stands still in the pauses that are left out
     * @param seconds how long it ran, at least 0
     */
    public record Span(Trial.Finished trial, double start, double shown, double seconds) {
        /** Its end on the shortened clock. */
        public double end() {
            return shown + seconds;
        }
    }

    /** The timeline of a history; empty if no trial ran. */
    public static Timeline of(History history) {
        List<Trial.Finished> trials = history.trials().stream()
                .filter(t -> t.source() == t.number())
                .sorted(Comparator.comparing(Trial::started).thenComparing(Trial::number))
                .toList();
        double busy = trials.stream().mapToDouble(t -> seconds(t.took())).sum();
        List<Span> spans = new ArrayList<>();
        List<Double> cuts = new ArrayList<>();
        double left = 0;
        double until = 0;
        for (Trial.Finished t : trials) {
            Instant first = trials.get(0).started();
            double start = seconds(Duration.between(first, t.started()));
            if (start - left - until > busy) {
                left = start - until;
                cuts.add(until);
            }
            Span span = new Span(t, start, start - left, seconds(t.took()));
            until = Math.max(until, span.end());
            spans.add(span);
        }
        return new Timeline(spans, cuts);
    }

    /** When the last one ended on the shortened clock; 0 if none ran. */
    public double end() {
        return spans.stream().mapToDouble(Span::end).max().orElse(0);
    }

    private static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }
}
