package dev.fettle.report.insight;

import dev.fettle.space.Point;
import dev.fettle.trial.Score;
import dev.fettle.trial.Trial;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which trials differ in one parameter alone, and whether they gave the same result. */
final class Repeats {
    /** Without predictions, equal scores of fewer trials may be chance. */
    private static final int PROOF = 5;

    private static final int MOST_BITS = 1 << 22;

    private final List<Trial.Completed> trials;
    private final long[] hashes;
    private final int results;
    /** Null for all. */
    private final @Nullable Set<String> possible;

    private Repeats(List<Trial.Completed> trials) {
        this.trials = trials;
        Map<Result, Point> first = new HashMap<>();
        boolean predicted = true;
        Set<String> shared = null;
        for (Trial.Completed t : trials) {
            predicted &= t.score().mark() != 0;
            Point before = first.putIfAbsent(Result.of(t.score()), t.point());
            if (before != null && (shared == null || !shared.isEmpty())) {
                shared = shared == null ? difference(before, t.point()) : common(shared, difference(before, t.point()));
            }
        }
        this.results = first.size();
        this.possible = predicted ? null : shared == null ? Set.of() : shared;
        boolean idle = possible != null && possible.isEmpty();
        this.hashes = idle
                ? new long[0]
                : trials.stream().mapToLong(t -> hash(t.point())).toArray();
    }

    /** The one parameter in which two points differ; none if they differ in more. */
    private static Set<String> difference(Point a, Point b) {
        if (!a.names().equals(b.names())) {
            return Set.of();
        }
        String name = null;
        for (int i = 0; i < a.names().size(); i++) {
            if (!a.values().get(i).equals(b.values().get(i))) {
                if (name != null) {
                    return Set.of();
                }
                name = a.names().get(i);
            }
        }
        return name == null ? Set.of() : Set.of(name);
    }

    private static Set<String> common(Set<String> a, Set<String> b) {
        return a.equals(b) ? a : Set.of();
    }

    /** Whether it is worth looking at a parameter: without predictions it must explain all equal results of the study. */
    boolean possible(String name) {
        return possible == null || possible.contains(name);
    }

    /** @param trials no two with the same point */
    static Repeats of(List<Trial.Completed> trials) {
        return new Repeats(trials);
    }

    /** Everything about a result that does not depend on the clock. */
    private record Result(double value, List<Double> folds, long mark) {
        static Result of(Score score) {
            return new Result(score.value(), score.folds(), score.mark());
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
        for (Trial.Completed t : candidates(name)) {
            Map<String, Object> rest = t.point().entries();
            rest.remove(name);
            byRest.computeIfAbsent(rest, r -> new ArrayList<>()).add(t);
        }
        return byRest.values().stream()
                .filter(g -> g.size() > 1)
                .map(Repeats::group)
                .toList();
    }

    /** A few false ones among them: in a continuum nearly no trial has a partner, and its point need not be taken apart. */
    private List<Trial.Completed> candidates(String name) {
        int bits = Integer.highestOneBit(Math.max(64, Math.min(MOST_BITS, 32 * trials.size())));
        BitSet once = new BitSet(bits);
        BitSet twice = new BitSet(bits);
        int[] places = new int[trials.size()];
        int guess = 0;
        for (int i = 0; i < places.length; i++) {
            Point point = trials.get(i).point();
            guess = index(point.names(), name, guess);
            places[i] = guess < 0
                    ? -1
                    : place(hashes[i] - mixed(name, point.values().get(guess)), bits);
            if (guess >= 0) {
                (once.get(places[i]) ? twice : once).set(places[i]);
            }
        }
        List<Trial.Completed> found = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && twice.get(places[i])) {
                found.add(trials.get(i));
            }
        }
        return found;
    }

    private static int place(long hash, int bits) {
        return (int) (hash >>> 32) & (bits - 1);
    }

    /** Most points have the parameter where the one before had it. */
    private static int index(List<String> names, String name, int guess) {
        return guess >= 0 && guess < names.size() && names.get(guess).equals(name) ? guess : names.indexOf(name);
    }

    /** A sum, so that one parameter can be taken out again. */
    private static long hash(Point point) {
        long hash = 0;
        for (int i = 0; i < point.names().size(); i++) {
            hash += mixed(point.names().get(i), point.values().get(i));
        }
        return hash;
    }

    private static long mixed(String name, Object value) {
        long z = (31L * name.hashCode() + value.hashCode()) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 32)) * 0xBF58476D1CE4E5B9L;
        return z ^ (z >>> 29);
    }

    private static Group group(List<Trial.Completed> group) {
        Result first = Result.of(group.get(0).score());
        return new Group(
                group.get(0).point(),
                group.size(),
                group.stream().allMatch(t -> Result.of(t.score()).equals(first)),
                group.stream().allMatch(t -> t.score().mark() != 0),
                first);
    }

    /**
     * Whether the groups show that the parameter has no effect. Without predictions they do if {@value #PROOF} trials repeat
     * another, and no two other trials of the study have the same result, as scores that are rounded soon have.
     */
    boolean without(List<Group> groups) {
        return proof(groups)
                && (groups.stream().allMatch(Group::predicted) || results == trials.size() - count(groups));
    }

    /** Whether all groups are constant, and enough of them. */
    static boolean proof(List<Group> groups) {
        return !groups.isEmpty()
                && groups.stream().allMatch(Group::constant)
                && (groups.stream().allMatch(Group::predicted) || count(groups) >= PROOF);
    }

    /** How many trials of the groups only repeat another. */
    static int count(List<Group> groups) {
        return groups.stream().mapToInt(g -> g.size() - 1).sum();
    }
}
