package dev.fettle.space.grid;

import dev.fettle.random.Seed;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something in a space that holds for no point: constraints, or the condition of a parameter. Only the parameters that matter
 * to it are looked at: in all their configurations where these are few, else in a fixed number of points, many of
 * whose coordinates are ends, centres and the numbers that the expression names. So what is found among few is certain, and what
 * holds for less than a ten-thousandth of many points may be found wrongly. The same space gives the same answer.
 *
 * @param constraints the numbers, from 0, of the constraints that never hold together; empty for a condition
 * @param parameter the name of the parameter that never exists, or null
 */
public record Unsatisfiable(
        List<Integer> constraints, @Nullable String parameter, String message) {
    private static final int FEW = 20_000;
    private static final int DRAWS = 10_000;
    /** Of so many constraints no pair is looked for. */
    private static final int MANY = 50;

    private static final List<Double> ENDS_AND_CENTRE = List.of(0.0, 0.5, 1.0);

    public Unsatisfiable {
        constraints = List.copyOf(constraints);
    }

    /** All that holds for no point; empty if nothing is wrong. */
    public static List<Unsatisfiable> of(SearchSpace space) {
        List<Unsatisfiable> found = new ArrayList<>();
        Set<String> dead = new HashSet<>();
        for (Parameter p : space.parameters()) {
            Expression condition = p.condition();
            if (condition != null && dead.stream().anyMatch(condition::mentions)) {
                dead.add(p.name());
            } else if (condition != null) {
                Points points = new Points(space, List.of(condition));
                if (!points.any(point -> condition.holds(point::find))) {
                    dead.add(p.name());
                    found.add(new Unsatisfiable(
                            List.of(),
                            p.name(),
                            "Condition (" + condition.text() + ") of parameter " + p.name()
                                    + " must hold for some point; it holds for none of " + points + "."));
                }
            }
        }
        found.addAll(constraints(space));
        return found;
    }

    private static List<Unsatisfiable> constraints(SearchSpace space) {
        List<Unsatisfiable> alone = IntStream.range(0, space.constraints().size())
                .mapToObj(i -> together(space, List.of(i)))
                .flatMap(Stream::ofNullable)
                .toList();
        int n = space.constraints().size();
        Unsatisfiable all = n < 2 || !alone.isEmpty()
                ? null
                : together(space, IntStream.range(0, n).boxed().toList());
        if (all == null || n > MANY) {
            return all == null ? alone : List.of(all);
        }
        return IntStream.range(0, n)
                .boxed()
                .flatMap(j -> IntStream.range(0, j).mapToObj(i -> together(space, List.of(i, j))))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(List::of)
                .orElse(List.of(all));
    }

    private static @Nullable Unsatisfiable together(SearchSpace space, List<Integer> numbers) {
        List<Expression> chosen = numbers.stream().map(space.constraints()::get).toList();
        Points points = new Points(space, chosen);
        if (points.any(points.space::allows)) {
            return null;
        }
        String texts = String.join(", ", chosen.stream().map(Expression::text).toList());
        String message = chosen.size() == 1
                ? "Constraint (" + texts + ") must hold for some point; it holds for none of " + points + "."
                : "Constraints (" + texts + ") must hold together for some point; they do for none of " + points + ".";
        return new Unsatisfiable(numbers, null, message);
    }

    /** The points that tell whether expressions can hold. */
    private static final class Points {
        private final SearchSpace space;
        private final List<Expression> expressions;
        private final @Nullable Grid grid;

        Points(SearchSpace whole, List<Expression> expressions) {
            List<Parameter> needed = new ArrayList<>();
            List<Expression> mentioning = new ArrayList<>(expressions);
            for (int i = whole.parameters().size() - 1; i >= 0; i--) {
                Parameter p = whole.parameters().get(i);
                if (mentioning.stream().anyMatch(e -> e.mentions(p.name()))) {
                    needed.add(0, p);
                    Stream.ofNullable(p.condition()).forEach(mentioning::add);
                }
            }
            this.space = new SearchSpace(needed, expressions);
            this.expressions = mentioning;
            this.grid = space.size().isPresent() && space.size().getAsLong() <= FEW ? new Grid(space) : null;
        }

        boolean any(Predicate<Point> holds) {
            if (grid != null) {
                return LongStream.range(0, grid.size()).mapToObj(grid::point).anyMatch(holds);
            }
            List<Scalar> scalars = space.scalars();
            List<double[]> marks = scalars.stream().map(this::marks).toList();
            RandomGenerator random = new Seed(1).child("unsatisfiable").random();
            double[] u = new double[scalars.size()];
            boolean found = holds.test(space.canonical(space.complete(Point.of(Map.of()))));
            for (int n = 0; n < DRAWS && !found; n++) {
                draw(u, marks, random);
                found = holds.test(space.decode(u));
            }
            return found;
        }

        /** From no coordinate to all are uniform, the others at marks: at one for all, or each at one of its own. */
        private static void draw(double[] u, List<double[]> marks, RandomGenerator random) {
            int uniform = random.nextInt(5);
            int common = random.nextInt(6);
            for (int i = 0; i < u.length; i++) {
                double[] own = marks.get(i);
                int mark = common < ENDS_AND_CENTRE.size() ? common : random.nextInt(own.length);
                u[i] = random.nextInt(4) < uniform ? random.nextDouble() : own[mark];
            }
        }

        /** The ends, the centre, and the legal values that are written in an expression, with the next ones to them. */
        private double[] marks(Scalar s) {
            List<Object> written = new ArrayList<>();
            expressions.forEach(e -> literals(e, written));
            List<Double> marks = new ArrayList<>(ENDS_AND_CENTRE);
            for (Object value : written) {
                long step = s instanceof Whole w ? w.step() : 0;
                for (long d = -step; d <= step; d += Math.max(1, step)) {
                    Object near = value instanceof Integer i ? (Object) (int) (i + d) : value;
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
                literals(m.operand(), into);
            } else if (e instanceof Expression.Unary u) {
                literals(u.operand(), into);
            } else if (e instanceof Expression.Binary b) {
                literals(b.left(), into);
                literals(b.right(), into);
            }
        }

        @Override
        public String toString() {
            return grid == null
                    ? DRAWS + " that were tried"
                    : "the " + Objects.requireNonNull(grid).size() + " there are";
        }
    }
}
