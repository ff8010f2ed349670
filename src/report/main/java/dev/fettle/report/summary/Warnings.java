package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the models complained about, each warning once. Immutable, for any thread.
 *
 * @param counts how often, by text, in the order in which they came first
 */
public record Warnings(Map<String, Integer> counts) {
    public Warnings {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The warnings of the scored trials, each trial that was evaluated once. */
    public static Warnings of(History history) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Trial.Completed t : history.evaluated()) {
            t.score().warnings().forEach((text, n) -> counts.merge(text, n, Integer::sum));
        }
        return new Warnings(counts);
    }

    /** One line for each: {@code Warning, 124 times: …}; none without warnings. */
    public List<String> sentences() {
        return counts.entrySet().stream()
                .map(e -> "Warning, " + Wording.count(e.getValue(), "time") + ": " + e.getKey())
                .toList();
    }
}
