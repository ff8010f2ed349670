package dev.fettle.space.grid;

import dev.fettle.random.Seed;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.word.Elements;
import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Looks for a point that tells that expressions can hold. Only the parameters that matter to them are looked at: in all
 * their configurations where these are few, else in a fixed number of points, many of whose coordinates are ends, centres
 * and the numbers that the expressions name. The same space gives the same answer.
 */
final class Witness {
    private static final int FEW = 20_000;
    private static final int DRAWS = 10_000;
    private static final List<Double> ENDS_AND_CENTRE = List.of(0.0, 0.5, 1.0);

    private final SearchSpace space;
    /** Those that are asked about, and the conditions of what they mention. */
    private final List<Expression> expressions;

    private final Effort effort;
    private final int cost;

    /** How much may still be looked at, in coordinates and operations; about a tenth of a microsecond each. */
    static final class Effort {
        private long left = 3_000_000;

        private boolean spend(long cost) {
            left -= cost;
            return left >= 0;
        }
    }

    /**
     * That no point was found.
     *
     * @param certain whether there is none
     * @param where none was found: "none of …"
     */
    record Missing(boolean certain, String where) {}

    Witness(SearchSpace whole, List<Expression> asked, Effort effort) {
        List<Parameter> needed = new ArrayList<>();
        List<Expression> mentioning = new ArrayList<>(asked);
        for (int i = whole.parameters().size() - 1; i >= 0; i--) {
            Parameter p = whole.parameters().get(i);
            if (mentioning.stream().anyMatch(e -> e.mentions(p.name()))) {
                needed.add(0, p);
                Stream.ofNullable(p.condition()).forEach(mentioning::add);
            }
        }
        this.space = new SearchSpace(needed, List.of());
        this.expressions = mentioning;
        this.effort = effort;
        this.cost = space.dimensions()
                + mentioning.stream().mapToInt(Witness::operations).sum();
    }

    /** Whether the condition of a parameter holds for no point; empty too if the effort is spent. */
    Optional<Missing> of(Expression condition, List<Point> known) {
        if (!Reach.of(condition, space).yes()) {
            return Optional.of(bounds());
        }
        return search(known, point -> condition.holds(point::find));
    }

    /** Whether constraints hold together for no point; empty too if the effort is spent. */
    Optional<Missing> of(List<Expression> constraints, List<Point> known) {
        if (constraints.stream().anyMatch(c -> !Reach.of(c, space).yes())) {
            return Optional.of(bounds());
        }
        return search(known, point -> {
                    Map<String, Object> all = space.complete(point);
                    return constraints.stream()
                            .allMatch(c -> c.holds(name -> Elements.in(all.get(Elements.base(name)), name)));
                })
                .filter(missing -> missing.certain() || !isFound(constraints));
    }

    /** Whether a sampler will find a point where chance and marks have found none. */
    private boolean isFound(List<Expression> constraints) {
        if (!effort.spend((long) DRAWS * cost)) {
            return true;
        }
        double[] centre = new double[space.dimensions()];
        Arrays.fill(centre, 0.5);
        RandomGenerator random = new Seed(1).child("feasible").random();
        return new Feasible(new SearchSpace(space.parameters(), constraints)).drawn(centre, random, () -> true) != null;
    }

    private static Missing bounds() {
        return new Missing(true, "none within the bounds");
    }

    private Optional<Missing> search(List<Point> known, Predicate<Point> holds) {
        boolean found = Stream.concat(Stream.of(Point.of(Map.of())), known.stream())
                .map(point -> space.canonical(space.complete(point)))
                .anyMatch(holds);
        return found ? Optional.empty() : few() ? walk(holds) : draw(holds);
    }

    private boolean few() {
        return space.size().isPresent() && space.size().getAsLong() <= FEW;
    }

    private Optional<Missing> walk(Predicate<Point> holds) {
        Grid grid = new Grid(space);
        for (long i = 0; i < grid.size(); i++) {
            if (!effort.spend(cost) || holds.test(grid.point(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Missing(true, "none of the " + grid.size() + " there are"));
    }

    private Optional<Missing> draw(Predicate<Point> holds) {
        List<Scalar> scalars = space.scalars();
        List<Object> written = new ArrayList<>();
        expressions.forEach(e -> literals(e, written));
        if (!effort.spend((long) scalars.size() * written.size())) {
            return Optional.empty();
        }
        List<double[]> marks = scalars.stream().map(s -> marks(s, written)).toList();
        RandomGenerator random = new Seed(1).child("unsatisfiable").random();
        double[] u = new double[scalars.size()];
        for (int n = 0; n < DRAWS; n++) {
            place(u, marks, random);
            if (!effort.spend(cost) || holds.test(space.decode(u))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Missing(false, "none of " + DRAWS + " that were tried"));
    }

    /** From no coordinate to all are uniform, the others at marks: at one for all, or each at one of its own. */
    private static void place(double[] u, List<double[]> marks, RandomGenerator random) {
        int uniform = random.nextInt(5);
        int common = random.nextInt(6);
        for (int i = 0; i < u.length; i++) {
            double[] own = marks.get(i);
            int mark = common < ENDS_AND_CENTRE.size() ? common : random.nextInt(own.length);
            u[i] = random.nextInt(4) < uniform ? random.nextDouble() : own[mark];
        }
    }

    /** The ends, the centre, and the legal values among those that are written, with the next ones to them. */
    private static double[] marks(Scalar s, List<Object> written) {
        List<Double> marks = new ArrayList<>(ENDS_AND_CENTRE);
        for (Object value : written) {
            long step = s instanceof Whole w ? w.step() : 0;
            for (long d = -step; d <= step; d += Math.max(1, step)) {
                Object near = Words.isWhole(value) ? (Object) (((Number) value).longValue() + d) : value;
                Object fitting = s.fitting(near);
                if (s.contains(fitting)) {
                    marks.add(s.encode(fitting));
                }
            }
        }
        return marks.stream().distinct().mapToDouble(m -> m).toArray();
    }

    private static void literals(Expression e, List<Object> into) {
        if (e instanceof Expression.Literal l) {
            into.add(l.value());
        } else if (e instanceof Expression.Membership m) {
            into.addAll(m.values());
        }
        parts(e).forEach(part -> literals(part, into));
    }

    private static int operations(Expression e) {
        int members = e instanceof Expression.Membership m ? m.values().size() : 0;
        return 1 + members + parts(e).stream().mapToInt(Witness::operations).sum();
    }

    private static List<Expression> parts(Expression e) {
        if (e instanceof Expression.Unary u) {
            return List.of(u.operand());
        }
        if (e instanceof Expression.Membership m) {
            return List.of(m.operand());
        }
        if (e instanceof Call c) {
            return c.arguments();
        }
        return e instanceof Expression.Binary b ? List.of(b.left(), b.right()) : List.of();
    }
}
