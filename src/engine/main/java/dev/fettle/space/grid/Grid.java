package dev.fettle.space.grid;

import dev.fettle.space.Checks;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The configurations of a finite space by number: parameters in the order of the space, the last one fastest. An inactive
 * parameter takes part in none of them, so each number is another configuration. Constraints do not enter the numbering;
 * {@link SearchSpace#allows} tells whether a point satisfies them. A number is found in one step a parameter. Immutable, for any
 * thread.
 *
 * <pre>{@code
 * Grid grid = new Grid(space);
 * Point last = grid.point(grid.size() - 1);
 * }</pre>
 */
public final class Grid {
    /** Up to so many points are looked at one by one where it helps to know how many satisfy the constraints. */
    public static final long COUNTABLE = 100_000;

    private final SearchSpace space;
    private final Branch root;

    /**
     * The grid of a space.
     *
     * @throws IllegalArgumentException if a parameter has infinitely many values, or the space over 2^63 − 2 points, or its
     *     conditions distinguish over 1,000,000 cases
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
        this.root = Branches.of(space.parameters());
        Checks.require(
                root.count() < Long.MAX_VALUE,
                "Grid (%s) must have fewer than 2^63 points.",
                String.join(" × ", space.names()));
    }

    /** The grid of a space; empty where there can be none. */
    public static Optional<Grid> of(SearchSpace space) {
        if (space.size().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Grid(space));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** How many configurations there are, those that fail a constraint included; numbers run from 0 to size − 1. */
    public long size() {
        return root.count();
    }

    /** The point of a number, 0 ≤ index &lt; size; it is canonical. */
    public Point point(long index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("Number (" + index + ") must be from 0 to " + (size() - 1) + ".");
        }
        List<Parameter> parameters = space.parameters();
        List<String> names = new ArrayList<>(parameters.size());
        List<Object> values = new ArrayList<>(parameters.size());
        Branch at = root;
        long rest = index;
        for (Parameter p : parameters) {
            long digit = at.digit(rest);
            rest = at.rest(rest, digit);
            if (at.active()) {
                names.add(p.name());
                values.add(p.value(digit));
            }
            at = at.next(digit);
        }
        boolean all = names.size() == parameters.size();
        return Point.of(all ? space.names() : List.copyOf(names), List.copyOf(values));
    }

    /** The space whose points these are. */
    public SearchSpace space() {
        return space;
    }

    /**
     * How many points satisfy the constraints. Looks at each of them, if there are constraints.
     *
     * @param most how many points may be looked at; a microsecond each, or more where there are many parameters
     * @return empty if there are constraints, and more points than that
     */
    public OptionalLong count(long most) {
        if (space.constraints().isEmpty()) {
            return OptionalLong.of(size());
        }
        return size() > most
                ? OptionalLong.empty()
                : OptionalLong.of(LongStream.range(0, size())
                        .filter(i -> space.allows(point(i)))
                        .count());
    }
}
