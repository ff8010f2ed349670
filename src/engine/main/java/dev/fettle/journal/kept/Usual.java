package dev.fettle.journal.kept;

import dev.fettle.journal.Event;
import dev.fettle.space.Point;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a long journal has most of, trials that begin and scores, exactly as {@link EventFormat} writes them: a process that
 * has just begun reads them many times as fast so, as little of it must be compiled first. All that is not quite so is left to
 * it: other kinds, fields in another order or of a later version, NaN, escaped signs. For one thread.
 */
final class Usual {
    private final Cursor line = new Cursor();
    private final Moments moments = new Moments();

    /** Those of the point before: points of one space share them. */
    private List<String> names = List.of();

    /** That of the point before: most share it. */
    private String origin = "";

    /** The event of a line; null if it is not a usual one. */
    @Nullable
    Event read(String text) {
        if (text.indexOf('\\') >= 0) {
            return null;
        }
        line.on(text);
        try {
            line.expect("{\"event\":\"");
            return line.has("asked\",\"at\":\"") ? asked() : line.has("told\",\"at\":\"") ? told() : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Event asked() {
        Instant when = moments.instant(line.text());
        int run = whole(",\"run\":");
        int number = whole(",\"number\":");
        int attempt = whole(",\"attempt\":");
        line.expect(",\"proposal\":{\"point\":{");
        Point point = point();
        int resource = whole(",\"resource\":");
        line.expect(",\"origin\":");
        origin = line.text(origin);
        int told = whole("},\"told\":");
        line.end("}");
        return new Event.Asked(when, run, number, attempt, new Proposal(point, resource, null, origin), told);
    }

    private Event told() {
        Instant when = moments.instant(line.text());
        int number = whole(",\"number\":");
        int attempt = whole(",\"attempt\":");
        line.expect(",\"took\":\"");
        Duration took = Moments.duration(line.text());
        line.expect(",\"outcome\":{\"outcome\":\"scored\",\"score\":{\"values\":[");
        List<Double> values = numbers();
        Map<String, Double> metrics = line.has(",\"metrics\":{") ? metrics() : Map.of();
        List<List<Double>> byFold = line.has(",\"byFold\":[") ? lists() : List.of();
        line.expect(",\"mark\":");
        long mark = line.integer();
        String predictions = line.has(",\"predictions\":\"") ? line.text() : null;
        line.end("}}}");
        Score score = new Score(values, metrics, byFold, Map.of(), mark, List.of(), List.of(), predictions);
        return new Event.Told(when, number, attempt, took, new Outcome.Scored(score));
    }

    private int whole(String before) {
        line.expect(before);
        return line.whole();
    }

    /** Up to the brace behind it. */
    private Point point() {
        List<String> own = new ArrayList<>(names.size());
        List<Object> values = new ArrayList<>(names.size());
        if (!line.has("}")) {
            do {
                int i = own.size();
                own.add(line.text(i < names.size() ? names.get(i) : ""));
                line.expect(":");
                values.add(value());
            } while (line.goesOn('}'));
        }
        if (!own.equals(names)) {
            names = List.copyOf(own);
        }
        return Point.of(names, List.copyOf(values));
    }

    private Object value() {
        if (line.has("\"")) {
            return line.text();
        }
        return line.has("true") ? true : line.has("false") ? false : line.number();
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        do {
            String name = line.text("");
            line.expect(":");
            metrics.put(name, line.real());
        } while (line.goesOn('}'));
        return metrics;
    }

    private List<List<Double>> lists() {
        List<List<Double>> lists = new ArrayList<>();
        do {
            line.expect("[");
            lists.add(numbers());
        } while (line.goesOn(']'));
        return lists;
    }

    /** At least one, up to the bracket behind them. */
    private List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(1);
        do {
            numbers.add(line.real());
        } while (line.goesOn(']'));
        return numbers;
    }
}
