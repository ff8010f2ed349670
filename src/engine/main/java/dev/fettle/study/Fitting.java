package dev.fettle.study;

import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.word.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Points of one space in another: what it does not know is left out, what it has more takes its fallback. */
final class Fitting {
    private Fitting() {}

    /**
     * The point in its new space; empty if a value lies outside its range, what is required does not hold, or no parameter of
     * it is there.
     */
    static Optional<Point> point(SearchSpace space, Point old) {
        Map<String, Object> values = values(space, old);
        if (isForeign(space, old)) {
            return Optional.empty();
        }
        try {
            return Optional.of(space.canonical(values)).filter(space::allows);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isForeign(SearchSpace space, Point old) {
        return old.entries().keySet().stream()
                .noneMatch(name -> space.parameter(name).isPresent());
    }

    /**
     * Why the score of an old point is none of the point that it has become: it depends on a parameter that is gone, or nobody
     * said which value a new one had. Empty if it is one.
     */
    static Optional<String> hitch(SearchSpace space, Point old, Point now) {
        for (String name : old.entries().keySet()) {
            if (space.parameter(name).isEmpty()) {
                return Optional.of(name + " is no parameter here");
            }
        }
        return space.parameters().stream()
                .filter(p -> now.has(p.name()) && !old.has(p.name()) && p.defaultValue() == null)
                .findFirst()
                .map(p -> p.name() + " has no default here");
    }

    /** Why a point does not fit. */
    static String reason(SearchSpace space, Point old) {
        if (isForeign(space, old)) {
            return "no parameter of it is one here";
        }
        for (Map.Entry<String, Object> e : values(space, old).entrySet()) {
            Parameter p = space.parameter(e.getKey()).orElseThrow();
            if (!p.contains(e.getValue())) {
                return p.name() + " = " + Words.of(e.getValue()) + " lies outside "
                        + p.domain().replaceFirst("^(~|in) ", "");
            }
        }
        return "it fails what is required";
    }

    private static Map<String, Object> values(SearchSpace space, Point old) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter p : space.parameters()) {
            Object value = old.find(p.name());
            Object fitting = value == null ? p.fallback() : p.fitting(value);
            values.put(p.name(), fitting);
        }
        return values;
    }
}
