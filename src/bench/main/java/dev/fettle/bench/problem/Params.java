package dev.fettle.bench.problem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Search spaces as the problems have them: {@code problems/SPEC.md}, {@code params}. */
public final class Params {
    private Params() {}

    /**
     * The space of an array of parameters.
     *
     * @throws IllegalArgumentException with the field that is wrong
     */
    public static SearchSpace space(@Nullable JsonNode params) {
        if (params == null || !params.isArray() || params.isEmpty()) {
            throw new IllegalArgumentException("Params (" + params + ") must be an array of parameters.");
        }
        List<Parameter> parameters = new ArrayList<>();
        params.forEach(node -> parameters.add(parameter(node)));
        return new SearchSpace(parameters, List.of());
    }

    private static Parameter parameter(JsonNode node) {
        String name = node.path("name").asText();
        String type = node.path("type").asText();
        Scale scale = node.path("log").asBoolean() ? Scale.LOG : Scale.LINEAR;
        Parameter parameter =
                switch (type) {
                    case "float" ->
                        new Real(
                                name,
                                real(node, "low"),
                                real(node, "high"),
                                scale,
                                node.hasNonNull("step") ? real(node, "step") : 0,
                                null,
                                null);
                    case "int" ->
                        new Whole(
                                name,
                                whole(node, "low"),
                                whole(node, "high"),
                                scale,
                                node.hasNonNull("step") ? whole(node, "step") : 1,
                                null,
                                null);
                    case "categorical" -> Choice.of(name, choices(node));
                    default ->
                        throw new IllegalArgumentException(
                                "Type (" + type + ") of parameter " + name + " must be float, int or categorical.");
                };
        return node.hasNonNull("when") ? parameter.when(condition(node.get("when"))) : parameter;
    }

    private static Expression condition(JsonNode when) {
        return new Expression.Binary(
                Operator.EQUAL,
                new Expression.Name(when.path("param").asText()),
                new Expression.Literal(value(when.path("equals"))));
    }

    private static Object[] choices(JsonNode node) {
        List<Object> values = new ArrayList<>();
        node.path("choices").forEach(v -> values.add(value(v)));
        return values.toArray();
    }

    private static Object value(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.canConvertToInt() && node.isIntegralNumber()) {
            return node.intValue();
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        throw new IllegalArgumentException("Value (" + node + ") must be a text, a number, true or false.");
    }

    private static double real(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw wrong(node, field, "a number");
        }
        return value.doubleValue();
    }

    private static int whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw wrong(node, field, "a whole number");
        }
        return value.intValue();
    }

    private static IllegalArgumentException wrong(JsonNode node, String field, String kind) {
        return new IllegalArgumentException("Field " + field + " (" + node.path(field) + ") of parameter "
                + node.path("name").asText() + " must be " + kind + ".");
    }
}
