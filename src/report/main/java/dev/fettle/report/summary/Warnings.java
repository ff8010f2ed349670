package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the models complained about, each warning once. Immutable, for any thread.
 *
 * @param counts how often, by text, in the order in which they came first
 */
public record Warnings(Map<String, Integer> counts) {
    /** Not within a word. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z_0-9.])[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

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

    /**
     * One line for each kind, {@code Warning, 124 times: …}; none without warnings. Texts that differ in their numbers only are
     * one kind: each number stands there with its range, {@code max_iter = 10 to 229}.
     */
    public List<String> sentences() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        counts.keySet()
                .forEach(text -> kinds.computeIfAbsent(NUMBER.matcher(text).replaceAll("#"), k -> new ArrayList<>())
                        .add(text));
        return kinds.values().stream().map(this::sentence).toList();
    }

    private String sentence(List<String> texts) {
        int total =
                texts.stream().mapToInt(text -> counts.getOrDefault(text, 0)).sum();
        String all = texts.size() == 1 ? texts.get(0) : ranged(texts) + advice(texts.get(0));
        return "Warning, " + Wording.count(total, "time") + ": " + all;
    }

    /** The first text, with the range of each number that differs. */
    private static String ranged(List<String> texts) {
        List<List<String>> numbers = texts.stream()
                .map(text ->
                        NUMBER.matcher(text).results().map(MatchResult::group).toList())
                .toList();
        Comparator<String> bySize = Comparator.comparingDouble(Double::parseDouble);
        AtomicInteger place = new AtomicInteger();
        return NUMBER.matcher(texts.get(0)).replaceAll(match -> {
            int at = place.getAndIncrement();
            List<String> here = numbers.stream()
                    .map(n -> n.get(at))
                    .distinct()
                    .sorted(bySize)
                    .toList();
            return here.size() == 1 ? here.get(0) : here.get(0) + " to " + here.get(here.size() - 1);
        });
    }

    private static String advice(String text) {
        return text.startsWith("did not converge") ? ". Maybe larger numbers there, or scaled features." : "";
    }
}
