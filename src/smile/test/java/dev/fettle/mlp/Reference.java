package dev.fettle.mlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** scikit-learn's numbers, read from the test resources. */
final class Reference {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Reference() {}

    static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(Reference.class.getResourceAsStream(name), name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T as(JsonNode node, Class<T> type) {
        return MAPPER.convertValue(node, type);
    }
}
