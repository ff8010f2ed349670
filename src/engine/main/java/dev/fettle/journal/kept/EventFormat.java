package dev.fettle.journal.kept;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fettle.journal.Event;
import dev.fettle.trial.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Events as text: one line of JSON each, whose names are those of the records. {@code read(write(event))} is the event, bit for
 * bit, with NaN, ±∞ and −0. What a later version adds is passed over. For any thread.
 */
final class EventFormat {
    private static final JsonMapper JSON = mapper();
    private static final ObjectWriter WRITER = JSON.writerFor(Event.class);
    private static final ObjectReader READER =
            JSON.readerFor(Event.class).with(StreamReadFeature.USE_FAST_DOUBLE_PARSER);

    private static final List<String> OF_TRIAL = Stream.of("asked", "reported", "released", "told")
            .map(name -> "{\"event\":\"" + name + "\"")
            .toList();

    private EventFormat() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Event.Opened.class, name = "opened"),
        @JsonSubTypes.Type(value = Event.Began.class, name = "began"),
        @JsonSubTypes.Type(value = Event.Asked.class, name = "asked"),
        @JsonSubTypes.Type(value = Event.Reported.class, name = "reported"),
        @JsonSubTypes.Type(value = Event.Released.class, name = "released"),
        @JsonSubTypes.Type(value = Event.Told.class, name = "told"),
        @JsonSubTypes.Type(value = Event.Stopped.class, name = "stopped")
    })
    private interface Kinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Scored.class, name = "scored"),
        @JsonSubTypes.Type(value = Outcome.Cut.class, name = "cut"),
        @JsonSubTypes.Type(value = Outcome.Lost.class, name = "lost")
    })
    private interface Outcomes {}

    private static JsonMapper mapper() {
        // What a study says about itself may be long.
        StreamReadConstraints any = StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .build();
        JsonMapper mapper = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(any).build())
                .addModule(new ValuesModule())
                .addMixIn(Event.class, Kinds.class)
                .addMixIn(Outcome.class, Outcomes.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        // Most scores are a number and nothing else.
        for (Class<?> type : List.of(List.class, Map.class)) {
            mapper.configOverride(type)
                    .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                    .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    static String write(Event event) {
        try {
            return WRITER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event (" + event + ") must have a text.", e);
        }
    }

    /** Whether a line is about a trial; to read it all takes ten times as long. */
    static boolean isOfTrial(String line) {
        return OF_TRIAL.stream().anyMatch(line::startsWith);
    }

    /** @throws IOException if the text is no event */
    static Event read(String line) throws IOException {
        return read(line, new Usual());
    }

    /** The same, with what has read the lines before. */
    static Event read(String line, Usual usual) throws IOException {
        Event event = usual.read(line);
        return event == null ? other(line) : event;
    }

    private static Event other(String line) throws IOException {
        try {
            Event event = READER.readValue(line);
            if (event != null) {
                return event;
            }
        } catch (JsonProcessingException e) {
            throw no(line, e);
        }
        throw no(line, null);
    }

    private static IOException no(String line, @Nullable Throwable cause) {
        return new IOException("Line (" + head(line) + ") of a journal must be an event.", cause);
    }

    private static String head(String line) {
        return line.length() > 80 ? line.substring(0, 80) + " …" : line;
    }
}
