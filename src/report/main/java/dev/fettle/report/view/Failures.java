package dev.fettle.report.view;

import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The trials that failed, grouped by exception. Messages that differ in their numbers only are one group.
 *
 * @param groups the largest first, of equals the one that came first
 * @param trials how many trials there are in all
 */
public record Failures(List<Group> groups, int trials) {
    public Failures {
        groups = List.copyOf(groups);
    }

    /**
     * One kind of failure.
     *
     * @param failure the first of them
     * @param numbers of the trials, rising
     * @param region where they happen, {@code batch = 112, 128}: values of the first parameter with which every trial
     *     failed so; empty if there is no such parameter
     */
    public record Group(Failure failure, List<Integer> numbers, String region) {
        public Group {
            numbers = List.copyOf(numbers);
        }
    }

    public static Failures of(History history) {
        Map<String, List<Trial.Failed>> groups = new LinkedHashMap<>();
        for (Trial.Finished t : history.trials()) {
            if (t instanceof Trial.Failed f) {
                groups.computeIfAbsent(kind(f.failure()), k -> new ArrayList<>())
                        .add(f);
            }
        }
        List<Group> rows = new ArrayList<>();
        for (List<Trial.Failed> group : groups.values()) {
            List<Integer> numbers = group.stream().map(Trial::number).toList();
            rows.add(new Group(group.get(0).failure(), numbers, region(group, history)));
        }
        rows.sort((a, b) -> Integer.compare(b.numbers().size(), a.numbers().size()));
        return new Failures(rows, history.size());
    }

    /** One line for each group: {@code 3 of 110 trials failed: Type "message" (batch = 112, 128)}. */
    public List<String> sentences() {
        return groups.stream()
                .map(g -> g.numbers().size() + " of " + Wording.count(trials, "trial") + " failed: " + g.failure()
                        + (g.region().isEmpty() ? "" : " (" + g.region() + ")"))
                .toList();
    }

    private static String kind(Failure failure) {
        return failure.type() + ": " + failure.message().replaceAll("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?", "#");
    }

    private static String region(List<Trial.Failed> group, History history) {
        Set<Integer> numbers = new LinkedHashSet<>();
        group.forEach(t -> numbers.add(t.number()));
        List<Trial.Finished> others = history.trials().stream()
                .filter(t -> !numbers.contains(t.number()) && !(t instanceof Trial.Stopped))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        for (String name : group.get(0).point().names()) {
            Set<Object> values = values(name, group);
            if (values.isEmpty() || group.stream().anyMatch(t -> !t.point().has(name))) {
                continue;
            }
            Set<Object> fine = values(name, others);
            if (values.stream().noneMatch(fine::contains) && apart(values, fine)) {
                return name + " = " + shown(values);
            }
        }
        return "";
    }

    private static Set<Object> values(String name, List<? extends Trial> trials) {
        Set<Object> values = new LinkedHashSet<>();
        for (Trial t : trials) {
            Object value = t.point().find(name);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Numbers must lie beyond or between the others: every value of a continuum is new, which explains nothing. */
    private static boolean apart(Set<Object> values, Set<Object> others) {
        if (values.stream().anyMatch(v -> !(v instanceof Number))) {
            return true;
        }
        double low = values.stream()
                .mapToDouble(v -> ((Number) v).doubleValue())
                .min()
                .orElseThrow();
        double high = values.stream()
                .mapToDouble(v -> ((Number) v).doubleValue())
                .max()
                .orElseThrow();
        return others.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(v -> ((Number) v).doubleValue())
                .noneMatch(v -> v >= low && v <= high);
    }

    private static String shown(Set<Object> values) {
        List<Object> sorted = new ArrayList<>(values);
        boolean numbers = sorted.stream().allMatch(Number.class::isInstance);
        if (numbers) {
            sorted.sort((a, b) -> Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue()));
        }
        List<String> words = sorted.stream().map(Wording::value).toList();
        if (words.size() <= 4) {
            return String.join(", ", words);
        }
        return numbers
                ? words.get(0) + " … " + words.get(words.size() - 1)
                : String.join(", ", words.subList(0, 3)) + ", … " + (words.size() - 3) + " more";
    }
}
