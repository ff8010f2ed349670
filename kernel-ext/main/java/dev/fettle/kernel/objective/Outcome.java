package dev.fettle.kernel.objective;

import dev.fettle.trial.Score;
import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the Java of a cell returned, as a score. */
final class Outcome {
    private Outcome() {}

    /**
     * The score.
     *
     * @param result a number, a map from names to numbers that holds the goals, or a {@link Score}
     * @param goals the names behind {@code maximize} and {@code minimize}; several want a map or a score
     * @throws IllegalArgumentException if it is none of these
     */
    static Score score(@Nullable Object result, List<String> goals) {
        if (result instanceof Number number && goals.size() == 1) {
            return Score.of(number.doubleValue());
        }
        if (result instanceof Score score) {
            return score;
        }
        if (result instanceof Map<?, ?> map) {
            return ofMap(map, goals);
        }
        throw new IllegalArgumentException("Result (" + shown(result) + ") must be "
                + (goals.size() == 1 ? "a number, or " : "") + "a Map<String, Double> that holds "
                + String.join(" and ", goals) + "."
                + (goals.size() == 1 ? "" : maybe(goals)));
    }

    private static Score ofMap(Map<?, ?> map, List<String> goals) {
        Map<String, Double> metrics = map instanceof LinkedHashMap ? new LinkedHashMap<>() : new TreeMap<>();
        map.forEach((name, value) -> {
            if (!(value instanceof Number number)) {
                throw new IllegalArgumentException("Result " + name + " (" + shown(value) + ") must be a number.");
            }
            metrics.put(String.valueOf(name), number.doubleValue());
        });
        List<Double> values = new ArrayList<>();
        for (String goal : goals) {
            Double value = metrics.get(goal);
            if (value == null) {
                List<String> names = metrics.keySet().stream().sorted().toList();
                throw new IllegalArgumentException("Result must hold " + goal
                        + (goals.size() == 1 ? ", the goal" : ", a goal") + "; it holds "
                        + (names.isEmpty() ? "nothing" : String.join(", ", names)) + "."
                        + Maybe.sentence(goal, names));
            }
            values.add(value);
        }
        return Score.of(values).withMetrics(metrics);
    }

    private static String maybe(List<String> goals) {
        return " Maybe  return Map.of("
                + goals.stream().map(g -> "\"" + g + "\", " + g).collect(Collectors.joining(", ")) + ");";
    }

    /** What has no words of its own is named by its class: the mark of an object differs from run to run. */
    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String type = value.getClass().getSimpleName();
        boolean words = value instanceof CharSequence || value instanceof Boolean || value instanceof Character;
        String text = words ? type + " " + value : type;
        return text.length() > 60 ? text.substring(0, 59) + "…" : text;
    }
}
