package dev.fettle.journal.kept;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.fettle.journal.Event;
import dev.fettle.space.Point;
import dev.fettle.trial.Outcome;
import dev.fettle.trial.Proposal;
import dev.fettle.trial.Score;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a long journal has most of, trials that begin and scores, as {@link EventFormat} writes them, three times as fast. All that is
 * not quite so is left to it: other kinds, fields in another order or of a later version, NaN.
 */
final class Usual {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private static final String ASKED = "{\"event\":\"asked\",\"at\":";
    private static final String TOLD = "{\"event\":\"told\",\"at\":";

    private final JsonParser in;

    private Usual(JsonParser in) {
        this.in = in;
    }

    /** Something else than what was expected. */
    private static final class Unusual extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** The event of a line; null if it is not a usual one. */
    static @Nullable Event read(String line) {
        boolean asked = line.startsWith(ASKED);
        if (!asked && !line.startsWith(TOLD)) {
            return null;
        }
        try (JsonParser in = JSON.createParser(line)) {
            Usual usual = new Usual(in);
            usual.expect(JsonToken.START_OBJECT);
            usual.text("event");
            Event event = asked ? usual.asked() : usual.told();
            usual.expect(JsonToken.END_OBJECT);
            return event;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private Event asked() throws IOException {
        return new Event.Asked(
                Moments.instant(text("at")),
                whole("run"),
                whole("number"),
                whole("attempt"),
                proposal(),
                whole("told"));
    }

    private Proposal proposal() throws IOException {
        begin("proposal");
        begin("point");
        Map<String, Object> entries = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            entries.put(name, value());
        }
        Proposal proposal = new Proposal(Point.of(entries), whole("resource"), null, text("origin"));
        expect(JsonToken.END_OBJECT);
        return proposal;
    }

    private Object value() throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_INT -> in.getIntValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            case VALUE_STRING -> in.getText();
            default -> throw new Unusual();
        };
    }

    private Event told() throws IOException {
        Instant at = Moments.instant(text("at"));
        int number = whole("number");
        int attempt = whole("attempt");
        Duration took = Moments.duration(text("took"));
        begin("outcome");
        if (!text("outcome").equals("scored")) {
            throw new Unusual();
        }
        Score score = score();
        expect(JsonToken.END_OBJECT);
        return new Event.Told(at, number, attempt, took, new Outcome.Scored(score));
    }

    private Score score() throws IOException {
        begin("score");
        name("values");
        expect(JsonToken.START_ARRAY);
        List<Double> values = numbers();
        Map<String, Double> metrics = new LinkedHashMap<>();
        List<List<Double>> byFold = new ArrayList<>();
        expect(JsonToken.FIELD_NAME);
        if (in.currentName().equals("metrics")) {
            expect(JsonToken.START_OBJECT);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                metrics.put(name, number());
            }
            expect(JsonToken.FIELD_NAME);
        }
        if (in.currentName().equals("byFold")) {
            expect(JsonToken.START_ARRAY);
            while (in.nextToken() == JsonToken.START_ARRAY) {
                byFold.add(numbers());
            }
            expect(JsonToken.FIELD_NAME);
        }
        if (!in.currentName().equals("mark") || !in.nextToken().equals(JsonToken.VALUE_NUMBER_INT)) {
            throw new Unusual();
        }
        long mark = in.getLongValue();
        expect(JsonToken.END_OBJECT);
        return new Score(values, metrics, byFold, Map.of(), mark, List.of(), List.of());
    }

    /** Up to the end of the array. */
    private List<Double> numbers() throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            numbers.add(number());
        }
        return numbers;
    }

    private double number() throws IOException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_FLOAT) {
            throw new Unusual();
        }
        return in.getDoubleValue();
    }

    private int whole(String name) throws IOException {
        name(name);
        expect(JsonToken.VALUE_NUMBER_INT);
        return in.getIntValue();
    }

    private String text(String name) throws IOException {
        name(name);
        expect(JsonToken.VALUE_STRING);
        return in.getText();
    }

    private void begin(String name) throws IOException {
        name(name);
        expect(JsonToken.START_OBJECT);
    }

    private void name(String name) throws IOException {
        expect(JsonToken.FIELD_NAME);
        if (!in.currentName().equals(name)) {
            throw new Unusual();
        }
    }

    private void expect(JsonToken token) throws IOException {
        if (in.nextToken() != token) {
            throw new Unusual();
        }
    }
}
