package dev.fettle.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.fettle.word.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values of parameters as Optuna keeps them: a number each, and JSON that says what it stands for. For one thread. */
final class OptunaValues {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Few texts stand for many values. */
    private final Map<String, JsonNode> known = new HashMap<>();

    /** The value of our kind: a choice, a whole number or a decimal one. */
    Object value(double internal, String distribution) throws IOException {
        JsonNode node = known.get(distribution);
        if (node == null) {
            node = read(distribution);
            known.put(distribution, node);
        }
        String name = node.path("name").asText(node.path("type").asText());
        JsonNode attributes = node.has("attributes") ? node.get("attributes") : node;
        if (name.equalsIgnoreCase("categorical") || name.equals("CategoricalDistribution")) {
            JsonNode choice = attributes.path("choices").path((int) internal);
            if (choice.isMissingNode()) {
                throw new IOException("Choice (" + internal + ") must be one of " + attributes.path("choices") + ".");
            }
            return choice(choice);
        }
        return name.toLowerCase(Locale.ROOT).startsWith("int") ? whole((long) internal) : (Object) internal;
    }

    /** A list of texts, as the names of metrics are kept. */
    static List<String> texts(String json) throws IOException {
        List<String> texts = new ArrayList<>();
        read(json).forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static JsonNode read(String json) throws IOException {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("Text (" + json + ") must be JSON.", e);
        }
    }

    private static Object choice(JsonNode node) {
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(one -> list.add(choice(one)));
            return List.copyOf(list);
        }
        return node.isNull()
                ? Words.NONE
                : node.isBoolean()
                        ? (Object) node.booleanValue()
                        : node.isIntegralNumber()
                                ? whole(node.longValue())
                                : node.isNumber() ? (Object) node.doubleValue() : node.asText();
    }

    private static Object whole(long value) {
        return (int) value == value ? (Object) (int) value : (Object) value;
    }
}
