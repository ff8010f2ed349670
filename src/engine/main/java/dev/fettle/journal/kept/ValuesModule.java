package dev.fettle.journal.kept;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.fettle.space.Point;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The values that are no records: moments and times as ISO 8601 writes them, points as objects with typed values. */
final class ValuesModule extends SimpleModule {
    private static final long serialVersionUID = 1;
    /** Marks a long: every other whole number is an int. */
    private static final String LONG = "long";

    ValuesModule() {
        super("fettle");
        text(Instant.class, Instant::parse);
        text(Duration.class, Duration::parse);
        addSerializer(Point.class, new PointWriter());
        addDeserializer(Point.class, new PointReader());
    }

    private <T> void text(Class<T> type, Function<String, T> parser) {
        addSerializer(type, new StdSerializer<>(type) {
            private static final long serialVersionUID = 1;

            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(value.toString());
            }
        });
        addDeserializer(type, new StdDeserializer<>(type) {
            private static final long serialVersionUID = 1;

            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return parser.apply(in.getText());
            }
        });
    }

    private static final class PointWriter extends StdSerializer<Point> {
        private static final long serialVersionUID = 1;

        PointWriter() {
            super(Point.class);
        }

        @Override
        public void serialize(Point point, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            for (Map.Entry<String, Object> e : point.entries().entrySet()) {
                out.writeFieldName(e.getKey());
                value(e.getValue(), out);
            }
            out.writeEndObject();
        }

        private static void value(Object value, JsonGenerator out) throws IOException {
            if (value instanceof List<?> list) {
                out.writeStartArray();
                for (Object one : list) {
                    value(one, out);
                }
                out.writeEndArray();
            } else if (value instanceof Long whole) {
                out.writeStartObject();
                out.writeNumberField(LONG, whole);
                out.writeEndObject();
            } else {
                out.writePOJO(value);
            }
        }
    }

    private static final class PointReader extends StdDeserializer<Point> {
        private static final long serialVersionUID = 1;

        PointReader() {
            super(Point.class);
        }

        @Override
        public Point deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                in.nextToken();
                entries.put(name, value(in, context));
            }
            return Point.of(entries);
        }

        private static Object value(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            return switch (token) {
                case VALUE_NUMBER_INT -> in.getIntValue();
                case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
                case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
                case VALUE_STRING -> in.getText();
                case START_ARRAY -> list(in, context);
                case START_OBJECT -> whole(in);
                default -> throw context.wrongTokenException(in, Point.class, token, "no value of a parameter");
            };
        }

        private static List<Object> list(JsonParser in, DeserializationContext context) throws IOException {
            List<Object> list = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(in, context));
            }
            return List.copyOf(list);
        }

        private static Object whole(JsonParser in) throws IOException {
            in.nextFieldName();
            in.nextToken();
            long whole = in.getLongValue();
            in.nextToken();
            return whole;
        }
    }
}
