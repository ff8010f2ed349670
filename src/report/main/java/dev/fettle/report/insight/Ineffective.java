package dev.fettle.report.insight;

import dev.fettle.report.text.Wording;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that changed nothing: points that differ in it alone gave the same score, fold scores and held-out
 * predictions, bit for bit, wherever that can be seen. Immutable, for any thread.
 *
 * @param when the condition on one other parameter under which it changed nothing; null if it never changed anything
 * @param repeats how many points only repeat another
 * @param remedy what to write instead
 */
public record Ineffective(String parameter, @Nullable When when, int repeats, Optional<Remedy> remedy) {
    /**
     * A condition under which there is no effect.
     *
     * @param other the other parameter, a {@link Choice}
     * @param values of it, at least one, in its order
     */
    public record When(String other, List<Object> values) {
        public When {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            String words = values.stream()
                    .map(Wording::value)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseThrow();
            return values.size() == 1 ? other + " = " + words : other + " in {" + words + "}";
        }
    }

    /**
     * A better line for the cell.
     *
     * @param line the parameter with its condition; empty to leave the parameter out
     * @param points how many points the space then has; 0 if they are infinitely or too many
     */
    public record Remedy(String line, long points) {}

    /**
     * The parameters without effect, in the order of the space; none if there is no evidence. Where trials carry no
     * predictions equal scores may be chance, so at least five repeats are needed, and no other two trials may score the same.
     * Where a trial gave no score nobody knows what the parameter does: what is said leaves such values of another parameter out.
     */
    public static List<Ineffective> of(History history, SearchSpace space) {
        List<Ineffective> found = new ArrayList<>();
        Repeats repeats = Repeats.of(different(history));
        List<Point> unscored = history.trials().stream()
                .filter(Ineffective::isUnscored)
                .map(Trial::point)
                .toList();
        for (Parameter p : space.parameters()) {
            List<Point> unknown = unscored.stream().filter(q -> q.has(p.name())).toList();
            of(p, repeats, space, unknown).ifPresent(found::add);
        }
        return found;
    }

    /** The first trial of each point; one may share the result of another point that was known to be the same. */
    private static List<Trial.Completed> different(History history) {
        Map<Point, Trial.Completed> first = new LinkedHashMap<>();
        history.completed().forEach(t -> first.putIfAbsent(t.point(), t));
        return List.copyOf(first.values());
    }

    private static boolean isUnscored(Trial trial) {
        return trial instanceof Trial.Failed || trial instanceof Trial.Pruned;
    }

    private static Optional<Ineffective> of(Parameter p, Repeats repeats, SearchSpace space, List<Point> unknown) {
        List<Repeats.Group> groups = repeats.possible(p.name()) ? repeats.groups(p.name()) : List.of();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        if (unknown.isEmpty() && repeats.without(groups)) {
            return Optional.of(new Ineffective(p.name(), null, Repeats.count(groups), Remedies.drop(space, p)));
        }
        Ineffective best = null;
        for (Parameter q : space.parameters()) {
            if (!(q instanceof Choice other) || q.name().equals(p.name())) {
                continue;
            }
            List<Object> values = silent(other, groups, unknown);
            List<Repeats.Group> region = groups.stream()
                    .filter(g -> values.contains(g.value(other.name())))
                    .toList();
            int count = Repeats.count(region);
            if (repeats.without(region) && (best == null || count > best.repeats())) {
                best = new Ineffective(
                        p.name(), new When(other.name(), values), count, Remedies.limit(space, p, other, values));
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The values of {@code other} with which there are groups, and all of them show no effect by themselves: of values
     * picked afterwards some would always agree by chance.
     */
    private static List<Object> silent(Choice other, List<Repeats.Group> groups, List<Point> unknown) {
        Map<Object, List<Repeats.Group>> byValue = new HashMap<>();
        for (Repeats.Group g : groups) {
            Object value = g.value(other.name());
            if (value != null) {
                byValue.computeIfAbsent(value, v -> new ArrayList<>()).add(g);
            }
        }
        return other.values().stream()
                .filter(v -> Repeats.proof(byValue.getOrDefault(v, List.of())))
                .filter(v -> unknown.stream().noneMatch(q -> v.equals(q.find(other.name()))))
                .toList();
    }

    @Override
    public String toString() {
        String effect = when == null ? " has no effect." : " has no effect when " + when + ".";
        return sentenceStart()
                + parameter
                + effect
                + remedy.map(r -> " " + advice(r)).orElse("");
    }

    private String sentenceStart() {
        return repeats == 1 ? "1 point repeats another: " : repeats + " points repeat others: ";
    }

    private static String advice(Remedy remedy) {
        String points = remedy.points() > 0 ? " (" + Wording.count(remedy.points(), "point") + ")." : ".";
        if (remedy.line().isEmpty()) {
            return "Maybe leave it out" + points;
        }
        return "Maybe  " + remedy.line() + (remedy.points() > 0 ? " " : "") + points;
    }
}
