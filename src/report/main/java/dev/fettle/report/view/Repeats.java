package dev.fettle.report.view;

import dev.fettle.space.Point;
import dev.fettle.trial.Predictions;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which trials differ in one parameter alone, and whether they gave the same result.
 *
 * @param trials no two with the same point
 */
record Repeats(List<Trial.Completed> trials) {
    /** Everything about a result that does not depend on the clock. */
    private record Result(
            double value, List<Double> folds, @Nullable Predictions predictions) {
        static Result of(Score score) {
            return new Result(score.value(), score.folds(), score.predictions());
        }
    }

    /** At least two trials that differ in one parameter alone. */
    record Group(Point first, int size, boolean constant, boolean predicted, Object result) {
        /** The value of a parameter that they share, or null. */
        @Nullable
        Object value(String other) {
            return first.find(other);
        }
    }

    /** Groups of trials that differ in the parameter {@code name} alone. */
    List<Group> groups(String name) {
        Map<Map<String, Object>, List<Trial.Completed>> byRest = new LinkedHashMap<>();
        for (Trial.Completed t : trials) {
            if (t.point().has(name)) {
                Map<String, Object> rest = t.point().entries();
                rest.remove(name);
                byRest.computeIfAbsent(rest, r -> new ArrayList<>()).add(t);
            }
        }
        return byRest.values().stream()
                .filter(g -> g.size() > 1)
                .map(Repeats::group)
                .toList();
    }

    private static Group group(List<Trial.Completed> group) {
        Result first = Result.of(group.get(0).score());
        return new Group(
                group.get(0).point(),
                group.size(),
                group.stream().allMatch(t -> Result.of(t.score()).equals(first)),
                group.stream().allMatch(t -> t.score().predictions() != null),
                first);
    }

    /** Whether the groups show that the parameter has no effect. */
    static boolean without(List<Group> groups) {
        if (groups.isEmpty() || !groups.stream().allMatch(Group::constant)) {
            return false;
        }
        if (groups.stream().allMatch(Group::predicted)) {
            return true;
        }
        Set<Object> results = new HashSet<>();
        groups.forEach(g -> results.add(g.result()));
        return groups.size() > 1 && results.size() == groups.size();
    }

    /** How many trials of the groups only repeat another. */
    static int count(List<Group> groups) {
        return groups.stream().mapToInt(g -> g.size() - 1).sum();
    }
}
