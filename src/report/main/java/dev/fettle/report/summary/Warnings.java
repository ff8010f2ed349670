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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the models complained about, each warning once. Immutable, for any thread.
 *
 * @param counts how often, by text, in the order in which they came first
 */
public record Warnings(Map<String, Integer> counts) {
    /** Not within a word. */
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z_0-9.])[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    /** What a library says may quote a whole text. */
    private static final int LONG = 500;

    private static final Pattern LIMIT = Pattern.compile("did not converge in (\\w+) = ");

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

    /** The same where nobody knows how many fits there were. */
    public List<String> sentences() {
        return sentences(0);
    }

    /**
     * One line for each kind, {@code Warning in 124 of 360 fits: …}, or {@code of all 360}; none without warnings. Texts that differ in their numbers only are
     * one kind: each number stands there with its range, {@code max_iter = 10 to 229}.
     *
     * @param fits how many models were fitted; 0 if nobody counts
     */
    public List<String> sentences(long fits) {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        counts.keySet()
                .forEach(text -> kinds.computeIfAbsent(NUMBER.matcher(text).replaceAll("#"), k -> new ArrayList<>())
                        .add(text));
        return kinds.values().stream().map(texts -> sentence(texts, fits)).toList();
    }

    private String sentence(List<String> texts, long fits) {
        long total =
                texts.stream().mapToInt(text -> counts.getOrDefault(text, 0)).sum();
        String all = texts.size() == 1 ? texts.get(0) : ranged(texts);
        return "Warning" + often(total, fits) + ": " + Wording.line(all, LONG) + advice(texts);
    }

    private static String often(long total, long fits) {
        if (fits < total) {
            return ", " + Wording.count(total, "time");
        }
        return total == fits && fits > 1
                ? " of all " + Wording.count(fits, "fit")
                : " of " + total + " of " + Wording.count(fits, "fit");
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

    /** Of a training that ended too soon. */
    private static String advice(List<String> texts) {
        Matcher limit = LIMIT.matcher(texts.get(0));
        if (!limit.lookingAt()) {
            return "";
        }
        String more = texts.size() > 1 ? "larger numbers there" : "a larger " + limit.group(1);
        return ". Maybe " + more + ", or scaled features.";
    }
}
