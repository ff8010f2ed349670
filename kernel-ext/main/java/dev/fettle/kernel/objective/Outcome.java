package dev.fettle.kernel.objective;

import dev.fettle.trial.Score;
import dev.fettle.word.Maybe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the Java of a cell returned, as a score. */
final class Outcome {
    private Outcome() {}

    /**
     * The score.
     *
     * @param result a number, a map from names to numbers that holds the goal, or a {@link Score}
     * @param goal the name behind {@code maximize} or {@code minimize}
     * @throws IllegalArgumentException if it is none of these
     */
    static Score score(@Nullable Object result, String goal) {
        if (result instanceof Number number) {
            return Score.of(number.doubleValue());
        }
        if (result instanceof Score score) {
            return score;
        }
        if (result instanceof Map<?, ?> map) {
            return ofMap(map, goal);
        }
        throw new IllegalArgumentException(
                "Result (" + shown(result) + ") must be a number, or a Map<String, Double> that holds " + goal + ".");
    }

    private static Score ofMap(Map<?, ?> map, String goal) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(value instanceof Number number)) {
                throw new IllegalArgumentException("Result " + name + " (" + shown(value) + ") must be a number.");
            }
            metrics.put(String.valueOf(name), number.doubleValue());
        });
        Double value = metrics.get(goal);
        if (value == null) {
            List<String> names = metrics.keySet().stream().sorted().toList();
            throw new IllegalArgumentException("Result must hold " + goal + ", the goal; it holds "
                    + (names.isEmpty() ? "nothing" : String.join(", ", names)) + "." + Maybe.sentence(goal, names));
        }
        return Score.of(value).withMetrics(metrics);
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
