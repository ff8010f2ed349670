package dev.fettle.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The points of a finite space by number: the last parameter moves fastest. Of the numbers that mean the same
 * configuration, those in which inactive parameters differ, only the first counts. Immutable, for any thread.
 */
public final class Grid {
    private final SearchSpace space;
    private final long size;

    /**
     * The grid of a space.
     *
     * @throws IllegalArgumentException if a parameter has infinitely many values, or the space over 2^63 − 2 points
     */
    public Grid(SearchSpace space) {
        for (Parameter p : space.parameters()) {
            Checks.require(
                    p.size().isPresent(),
                    "Parameter %s (%s) must have finitely many values in a grid. Maybe give it a step.",
                    p.name(),
                    p.domain());
        }
        this.space = space;
        this.size = space.size().orElseThrow();
        Checks.require(
                size < Long.MAX_VALUE,
                "Grid (%s) must have fewer than 2^63 points.",
                String.join(" × ", space.names()));
    }

    /** Numbers run from 0 to size − 1, repeats and points that fail a constraint included. */
    public long size() {
        return size;
    }

    /** The least number ≥ {@code index} whose point counts; empty if there is none. */
    public OptionalLong next(long index) {
        for (long i = index; i < size; i++) {
            if (counts(i)) {
                return OptionalLong.of(i);
            }
        }
        return OptionalLong.empty();
    }

    /** How many points count. Walks over all of them only if the space has conditions or constraints. */
    public long count() {
        boolean plain =
                space.constraints().isEmpty() && space.parameters().stream().allMatch(p -> p.condition() == null);
        if (plain) {
            return size;
        }
        long n = 0;
        for (OptionalLong i = next(0); i.isPresent(); i = next(i.getAsLong() + 1)) {
            n++;
        }
        return n;
    }

    /** The canonical point of a number, 0 ≤ index &lt; size. */
    public Point point(long index) {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        walk(index, names, values);
        return names.size() == space.parameters().size()
                ? Point.of(space.names(), List.copyOf(values))
                : Point.of(List.copyOf(names), List.copyOf(values));
    }

    /** Whether the point of a number, 0 ≤ index &lt; size, is the first of its configuration and satisfies all constraints. */
    public boolean counts(long index) {
        return walk(index, new ArrayList<>(), new ArrayList<>()) && space.allows(point(index));
    }

    /** Collects the active parameters; false if an inactive one is not at its first value. */
    private boolean walk(long index, List<String> names, List<Object> values) {
        List<Parameter> parameters = space.parameters();
        long[] digits = new long[parameters.size()];
        long rest = index;
        for (int i = digits.length - 1; i >= 0; i--) {
            long n = parameters.get(i).size().orElseThrow();
            digits[i] = rest % n;
            rest /= n;
        }
        boolean first = true;
        Map<String, Object> active = new HashMap<>();
        for (int i = 0; i < digits.length; i++) {
            Parameter p = parameters.get(i);
            if (SearchSpace.active(p, active)) {
                Object value = p.value(digits[i]);
                active.put(p.name(), value);
                names.add(p.name());
                values.add(value);
            } else {
                first &= digits[i] == 0;
            }
        }
        return first;
    }
}
