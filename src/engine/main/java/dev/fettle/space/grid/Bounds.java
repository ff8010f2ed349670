package dev.fettle.space.grid;

import dev.fettle.space.Axis;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Elements;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** What the parameters of a space may be in a part of the unit cube, and back. Immutable, for any thread. */
final class Bounds {
    private static final int BISECTIONS = 52;

    private final SearchSpace space;
    private final List<Scalar> scalars;
    /** The coordinates of a scalar, of an element, or of a whole array. */
    private final Map<String, int[]> places = new HashMap<>();

    Bounds(SearchSpace space) {
        this.space = space;
        this.scalars = space.scalars();
        int at = 0;
        for (Parameter p : space.parameters()) {
            int[] all = new int[p.dimensions()];
            for (int i = 0; i < all.length; i++) {
                all[i] = at + i;
                places.put(scalars.get(at + i).name(), new int[] {at + i});
            }
            places.put(p.name(), all);
            at += all.length;
        }
    }

    /** The name of a scalar or an element. */
    String name(int place) {
        return scalars.get(place).name();
    }

    /** The coordinates of a name. */
    int[] places(String name) {
        return Objects.requireNonNull(places.get(name));
    }

    /** The coordinates that expressions mention, or the conditions of what they mention; rising. */
    List<Integer> mentioned(List<Expression> expressions) {
        List<Expression> all = new ArrayList<>(expressions);
        Set<Integer> mentioned = new TreeSet<>();
        for (int i = space.parameters().size() - 1; i >= 0; i--) {
            Parameter p = space.parameters().get(i);
            List<String> names = all.stream()
                    .flatMap(e -> e.names().stream())
                    .filter(n -> Elements.base(n).equals(p.name()))
                    .toList();
            names.forEach(n -> Arrays.stream(places(n)).forEach(mentioned::add));
            if (!names.isEmpty()) {
                Stream.ofNullable(p.condition()).forEach(all::add);
            }
        }
        return List.copyOf(mentioned);
    }

    /** What a name may be, one a coordinate. */
    List<Reach> of(String name, Reach[] values) {
        return Arrays.stream(places(name)).mapToObj(i -> values[i]).toList();
    }

    /**
     * What each coordinate may be in a box; an inactive one holds its fallback.
     *
     * @param sure set where a coordinate is active for certain
     */
    Reach[] values(Box box, boolean[] sure) {
        Reach[] values = new Reach[scalars.size()];
        for (Parameter p : space.parameters()) {
            Expression condition = p.condition();
            Reach active = condition == null ? null : Reach.of(condition, name -> of(name, values));
            List<Object> fallbacks = active == null || !active.no() ? List.of() : p.split(p.fallback());
            int[] all = places(p.name());
            for (int i = 0; i < all.length; i++) {
                Reach own = value(box, all[i]);
                sure[all[i]] = fallbacks.isEmpty();
                values[all[i]] = fallbacks.isEmpty()
                        ? own
                        : Objects.requireNonNull(active).yes()
                                ? own.or(Reach.of(fallbacks.get(i)))
                                : Reach.of(fallbacks.get(i));
            }
        }
        return values;
    }

    private Reach value(Box box, int at) {
        Scalar s = scalars.get(at);
        if (s instanceof Choice c) {
            int first = c.values().indexOf(c.decode(box.low()[at]));
            int last = c.values().indexOf(c.decode(box.high()[at]));
            return Reach.of(c.values().subList(first, last + 1));
        }
        return Reach.of(List.of(s.decode(box.low()[at]), s.decode(box.high()[at])));
    }

    /** Whether values of the coordinate rise along it. */
    boolean rises(int at) {
        return !(scalars.get(at) instanceof Choice);
    }

    /**
     * The part of [from, to], along a coordinate that rises, whose values are at least {@code low} and at most {@code high}; some
     * lie there.
     */
    double[] narrowed(int at, double from, double to, double low, double high) {
        Scalar s = scalars.get(at);
        double first = number(s, from);
        double last = number(s, to);
        double slack = Operator.ROUNDING * Math.max(Math.abs(first), Math.abs(last));
        return new double[] {
            first >= low ? from : turn(s, from, to, low, x -> x >= low - slack)[1],
            last <= high ? to : turn(s, from, to, high, x -> x > high + slack)[0]
        };
    }

    /** The last place before, and the first behind, which a property of values holds; in a continuum that of the value where it turns. */
    private static double[] turn(Scalar s, double from, double to, double value, DoublePredicate behind) {
        if (s.axis() instanceof Axis.Continuous) {
            double inside = Math.min(number(s, to), Math.max(number(s, from), value));
            double u = Math.min(to, Math.max(from, s.encode(inside)));
            return new double[] {u, u};
        }
        double first = from;
        double last = to;
        for (int n = 0; n < BISECTIONS; n++) {
            double middle = first + (last - first) / 2;
            if (behind.test(number(s, middle))) {
                last = middle;
            } else {
                first = middle;
            }
        }
        return new double[] {first, last};
    }

    private static double number(Scalar s, double u) {
        return ((Number) s.decode(u)).doubleValue();
    }
}
