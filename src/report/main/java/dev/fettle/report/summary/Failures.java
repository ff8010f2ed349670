package dev.fettle.report.summary;

import dev.fettle.report.text.Wording;
import dev.fettle.trial.Failure;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The trials that failed, grouped by exception, its root cause and its place. Messages that differ in their numbers only are one group. Immutable, for any
 * thread.
 *
 * <pre>{@code
 * Failures failures = Failures.of(history);
 * failures.groups().forEach(g -> System.out.println(g.sentence(failures.trials())));
 * }</pre>
 *
 * @param groups the largest first, of equals the one that came first; empty if none failed
 * @param trials how many trials there are in all, those that did not fail included
 */
public record Failures(List<Group> groups, int trials) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    /** So many groups are said in a report. */
    private static final int SAID = 3;
    /** So many groups are searched for a region, as each search looks at all trials. */
    private static final int EXPLAINED = 20;

    public Failures {
        groups = List.copyOf(groups);
    }

    /**
     * One kind of failure.
     *
     * @param failure the first of them
     * @param numbers of the trials, rising, at least one
     * @param region where they happen, {@code batch = 112, 128}: values of the first parameter with which every trial
     *     failed so; empty if there is no such parameter, and behind the 20 largest groups
     */
    public record Group(Failure failure, List<Integer> numbers, String region) {
        private static final int LONG = 160;

        public Group {
            numbers = List.copyOf(numbers);
        }

        /**
         * {@code 3 of 110 trials failed: Type "message", caused by Type "message" (batch = 112, 128)}, on one line whatever the message holds, without a
         * full stop.
         *
         * @param trials in all
         */
        public String sentence(int trials) {
            String because = Wording.line(failure.because(), LONG);
            return numbers.size() + " of " + Wording.count(trials, "trial") + " failed: "
                    + Wording.line(failure.said(), LONG) + because
                    + (region.isEmpty() ? "" : " (" + Wording.line(region, LONG) + ")");
        }
    }

    /** The failures in a history; repeats of a failed trial count too. */
    public static Failures of(History history) {
        Map<Failure, String> kinds = new HashMap<>();
        Map<String, List<Trial.Failed>> groups = new LinkedHashMap<>();
        for (Trial.Finished t : history.trials()) {
            if (t instanceof Trial.Failed f) {
                String kind = kinds.computeIfAbsent(f.failure(), Failures::kind);
                groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(f);
            }
        }
        List<List<Trial.Failed>> sorted = new ArrayList<>(groups.values());
        sorted.sort((x, y) -> Integer.compare(y.size(), x.size()));
        List<Group> rows = new ArrayList<>();
        for (List<Trial.Failed> group : sorted) {
            List<Integer> numbers = group.stream().map(Trial::number).toList();
            String region = rows.size() < EXPLAINED ? region(group, history) : "";
            rows.add(new Group(group.get(0).failure(), numbers, region));
        }
        return new Failures(rows, history.size());
    }

    /**
     * One line for each of the three largest groups, {@code 3 of 110 trials failed: Type "message" (batch = 112, 128); %tune show
     * NAME failed}, and one for all others; behind the first the picture of its place, of several lines; none if none failed.
     *
     * @param name of the study
     */
    public List<String> sentences(String name) {
        List<String> lines = new ArrayList<>();
        String more = "; %tune show " + name + " failed";
        groups.stream().limit(SAID).forEach(g -> lines.add(g.sentence(trials) + more));
        groups.stream()
                .limit(1)
                .map(g -> g.failure().origin())
                .filter(place -> !place.isEmpty())
                .forEach(place -> lines.add(1, place));
        if (groups.size() > SAID) {
            int rest =
                    groups.stream().skip(SAID).mapToInt(g -> g.numbers().size()).sum();
            lines.add(rest + " failed in " + Wording.count(groups.size() - SAID, "other way") + more);
        }
        return lines;
    }

    private static String kind(Failure failure) {
        return failure.place() + failure.type() + ": "
                + NUMBER.matcher(failure.toString()).replaceAll("#");
    }

    private static String region(List<Trial.Failed> group, History history) {
        Set<Integer> numbers = new LinkedHashSet<>();
        group.forEach(t -> numbers.add(t.number()));
        List<Trial.Finished> others = history.trials().stream()
                .filter(t -> !numbers.contains(t.number()))
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        for (String name : group.get(0).point().names()) {
            if (group.stream().anyMatch(t -> !t.point().has(name))) {
                continue;
            }
            Set<Object> values = values(name, group);
            Predicate<Object> inside = inside(values);
            if (others.stream().map(t -> t.point().find(name)).noneMatch(v -> v != null && inside.test(v))) {
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

    /** Which values speak against a region. Numbers also between the others: in a continuum every value is new. */
    private static Predicate<Object> inside(Set<Object> values) {
        if (values.stream().anyMatch(v -> !(v instanceof Number))) {
            return values::contains;
        }
        DoubleSummaryStatistics range =
                values.stream().mapToDouble(v -> ((Number) v).doubleValue()).summaryStatistics();
        return v -> v instanceof Number n && n.doubleValue() >= range.getMin() && n.doubleValue() <= range.getMax();
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
