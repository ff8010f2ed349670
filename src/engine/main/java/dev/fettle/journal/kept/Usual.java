package dev.fettle.journal.kept;

import com.fasterxml.jackson.core.io.NumberInput;
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
    private static final String ASKED = "{\"event\":\"asked\",\"at\":\"";
    private static final String TOLD = "{\"event\":\"told\",\"at\":\"";

    /** Those of the point before: points of one space share them. */
    private List<String> names = List.of();

    /** That of the point before: most share it. */
    private String origin = "";

    private String line = "";
    private int at;

    /** Something else than what was expected. */
    private static final class Unusual extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusual() {
            super("", null, false, false);
        }
    }

    /** The event of a line; null if it is not a usual one. */
    @Nullable
    Event read(String text) {
        if (text.indexOf('\\') >= 0) {
            return null;
        }
        line = text;
        at = 0;
        try {
            return has(ASKED) ? asked() : has(TOLD) ? told() : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    private Event asked() {
        Instant when = Moments.instant(text());
        int run = whole(",\"run\":");
        int number = whole(",\"number\":");
        int attempt = whole(",\"attempt\":");
        expect(",\"proposal\":{\"point\":{");
        Point point = point();
        int resource = whole(",\"resource\":");
        expect(",\"origin\":");
        origin = name(origin, "\"");
        int told = whole("},\"told\":");
        end("}");
        return new Event.Asked(when, run, number, attempt, new Proposal(point, resource, null, origin), told);
    }

    private Event told() {
        Instant when = Moments.instant(text());
        int number = whole(",\"number\":");
        int attempt = whole(",\"attempt\":");
        expect(",\"took\":\"");
        Duration took = Moments.duration(text());
        expect(",\"outcome\":{\"outcome\":\"scored\",\"score\":{\"values\":[");
        List<Double> values = numbers();
        Map<String, Double> metrics = has(",\"metrics\":{") ? metrics() : Map.of();
        List<List<Double>> byFold = has(",\"byFold\":[") ? lists() : List.of();
        expect(",\"mark\":");
        long mark = Long.parseLong(token());
        end("}}}");
        Score score = new Score(values, metrics, byFold, Map.of(), mark, List.of(), List.of());
        return new Event.Told(when, number, attempt, took, new Outcome.Scored(score));
    }

    /** Up to the brace behind it. */
    private Point point() {
        List<String> own = new ArrayList<>(names.size());
        List<Object> values = new ArrayList<>(names.size());
        if (!has("}")) {
            do {
                int i = own.size();
                own.add(name(i < names.size() ? names.get(i) : "", "\":"));
                values.add(value());
            } while (goesOn('}'));
        }
        if (!own.equals(names)) {
            names = List.copyOf(own);
        }
        return Point.of(names, List.copyOf(values));
    }

    /** A text and what stands behind it; the same object as one that was there before if it is the same. */
    private String name(String before, String behind) {
        expect("\"");
        if (line.startsWith(before, at) && line.startsWith(behind, at + before.length())) {
            at += before.length() + behind.length();
            return before;
        }
        String name = text();
        at--;
        expect(behind);
        return name;
    }

    private Object value() {
        if (has("\"")) {
            return text();
        }
        if (has("true")) {
            return true;
        }
        if (has("false")) {
            return false;
        }
        String token = token();
        return isReal(token) ? real(token) : (Object) Integer.parseInt(token);
    }

    private Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        do {
            metrics.put(name("", "\":"), number());
        } while (goesOn('}'));
        return metrics;
    }

    private List<List<Double>> lists() {
        List<List<Double>> lists = new ArrayList<>();
        do {
            expect("[");
            lists.add(numbers());
        } while (goesOn(']'));
        return lists;
    }

    /** At least one, up to the bracket behind them. */
    private List<Double> numbers() {
        List<Double> numbers = new ArrayList<>(1);
        do {
            numbers.add(number());
        } while (goesOn(']'));
        return numbers;
    }

    private double number() {
        String token = token();
        if (!isReal(token)) {
            throw new Unusual();
        }
        return real(token);
    }

    private static boolean isReal(String token) {
        return token.indexOf('.') > 0;
    }

    private static double real(String token) {
        return NumberInput.parseDouble(token, true);
    }

    private int whole(String before) {
        expect(before);
        return Integer.parseInt(token());
    }

    /** A number. */
    private String token() {
        int begin = at;
        while (isOfNumber(line.charAt(at))) {
            at++;
        }
        return line.substring(begin, at);
    }

    private static boolean isOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == 'E';
    }

    /** Up to the quotation mark behind it. */
    private String text() {
        int end = line.indexOf('"', at);
        if (end < 0) {
            throw new Unusual();
        }
        String text = line.substring(at, end);
        at = end + 1;
        return text;
    }

    /** Whether there is one more behind a comma, and not the end. */
    private boolean goesOn(char end) {
        char c = line.charAt(at++);
        if (c != ',' && c != end) {
            throw new Unusual();
        }
        return c == ',';
    }

    /** Passes over a text if it is there. */
    private boolean has(String text) {
        boolean there = line.startsWith(text, at);
        if (there) {
            at += text.length();
        }
        return there;
    }

    private void expect(String text) {
        if (!has(text)) {
            throw new Unusual();
        }
    }

    private void end(String text) {
        expect(text);
        if (at != line.length()) {
            throw new Unusual();
        }
    }
}
