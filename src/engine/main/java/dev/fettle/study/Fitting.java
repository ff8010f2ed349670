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

    /** The point in its new space; empty if a value lies outside its range, or what is required does not hold. */
    static Optional<Point> point(SearchSpace space, Point old) {
        Map<String, Object> values = values(space, old);
        try {
            return Optional.of(space.canonical(values)).filter(space::allows);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why a point does not fit. */
    static String reason(SearchSpace space, Point old) {
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
