package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Elements;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that may vary, in the order written, and what must hold between the parameters. Immutable, for any thread.
 *
 * <pre>{@code
 * SearchSpace space = SearchSpace.of(
 *                 Choice.of("solver", "sgd", "adam"),
 *                 Real.uniform("momentum", 0.5, 0.99).startingAt(0.9).when(name("solver").is("sgd")),
 *                 Whole.between("k", 1, 9).array(2))
 *         .require(name("k[0]").below(name("k[1]")));
 * Point centre = space.decode(new double[] {0.5, 0.5, 0.1, 0.9});
 * }</pre>
 */
public final class SearchSpace implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Parameter> parameters;
    private final List<Expression> constraints;
    private final List<String> names;
    private final int dimensions;
    private final boolean conditional;

    /**
     * A space of parameters and constraints.
     *
     * @param parameters unique names; a condition mentions only parameters above its own
     * @param constraints conditions that every point satisfies once its inactive parameters are filled with their fallbacks
     */
    public SearchSpace(List<? extends Parameter> parameters, List<Expression> constraints) {
        this.parameters = List.copyOf(parameters);
        this.constraints = List.copyOf(constraints);
        this.names = this.parameters.stream().map(Parameter::name).toList();
        Map<String, Parameter> above = new HashMap<>();
        int coordinates = 0;
        boolean conditions = false;
        for (Parameter p : this.parameters) {
            Checks.name(p.name());
            Expression condition = p.condition();
            if (condition != null) {
                known(condition, above, "Condition");
                conditions = true;
            }
            Checks.require(above.put(p.name(), p) == null, "Parameter (%s) must be named once.", p.name());
            coordinates = Math.addExact(coordinates, p.dimensions());
        }
        this.constraints.forEach(c -> known(c, above, "Constraint"));
        this.dimensions = coordinates;
        this.conditional = conditions;
    }

    /** Parameters without constraints. */
    public static SearchSpace of(Parameter... parameters) {
        return new SearchSpace(List.of(parameters), List.of());
    }

    /** The same space with one more constraint. */
    public SearchSpace require(Expression constraint) {
        return new SearchSpace(
                parameters,
                Stream.concat(constraints.stream(), Stream.of(constraint)).toList());
    }

    /** In the order written. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** In the order written; empty if every point is allowed. */
    public List<Expression> constraints() {
        return constraints;
    }

    /** The parameter of exactly that name, if there is one; elements of arrays are among the {@link #scalars}. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** Of the parameters, in their order. */
    public List<String> names() {
        return names;
    }

    /** The coordinates of the unit cube: a parameter, or each element of an array, takes one. */
    public int dimensions() {
        return dimensions;
    }

    /** What each coordinate of the unit cube stands for. */
    public List<Scalar> scalars() {
        return parameters.stream().flatMap(p -> p.scalars().stream()).toList();
    }

    /** What distances along each coordinate mean, in the order of {@link #scalars}. */
    public List<Axis> axes() {
        return scalars().stream().map(Scalar::axis).toList();
    }

    /** The product of the sizes, conditions and constraints left aside, at most {@link Long#MAX_VALUE}; empty if infinite. */
    public OptionalLong size() {
        long product = 1;
        for (Parameter p : parameters) {
            if (p.size().isEmpty()) {
                return OptionalLong.empty();
            }
            product = Checks.product(product, p.size().getAsLong());
        }
        return OptionalLong.of(product);
    }

    /**
     * The canonical form of a configuration: inactive parameters dropped, the rest in the order of the space.
     *
     * @param values legal values of at least the active parameters; others are ignored
     * @throws IllegalArgumentException if an active parameter is missing or its value is not legal
     */
    public Point canonical(Map<String, ?> values) {
        return collect((p, at) -> {
            Object value = values.get(p.name());
            if (value == null) {
                throw new IllegalArgumentException("Parameter (" + p.name() + ") must have a value.");
            }
            return Checks.legal(p, value);
        });
    }

    /**
     * The canonical point at a place of the unit cube.
     *
     * @param u {@link #dimensions} coordinates in [0, 1]; those of inactive parameters are not looked at and may be NaN
     * @throws IllegalArgumentException if there are more or fewer, or one lies outside
     */
    public Point decode(double[] u) {
        Checks.require(u.length == dimensions, "Place (%s coordinates) must have %s.", u.length, dimensions);
        return collect((p, at) -> p instanceof Array a ? a.decode(u, at) : ((Scalar) p).decode(u[at]));
    }

    /**
     * The place of a point in the unit cube: {@link #dimensions} coordinates in [0, 1], NaN where the parameter is inactive.
     *
     * @throws IllegalArgumentException if a value is not legal
     */
    public double[] encode(Point point) {
        double[] u = new double[dimensions];
        int at = 0;
        for (Parameter p : parameters) {
            Object value = point.find(p.name());
            if (value == null) {
                Arrays.fill(u, at, at + p.dimensions(), Double.NaN);
            } else if (p instanceof Scalar s) {
                u[at] = s.encode(value);
            } else {
                List<Object> elements = p.split(value);
                for (int i = 0; i < elements.size(); i++) {
                    u[at + i] = ((Array) p).element().encode(elements.get(i));
                }
            }
            at += p.dimensions();
        }
        return u;
    }

    private interface Source {
        /** The value of an active parameter whose first coordinate is {@code at}. */
        Object value(Parameter p, int at);
    }

    private Point collect(Source source) {
        List<Object> values = new ArrayList<>(parameters.size());
        List<String> active = conditional ? new ArrayList<>(parameters.size()) : names;
        Function<String, @Nullable Object> known = name -> Point.find(active, values, name);
        int at = 0;
        for (Parameter p : parameters) {
            Expression condition = p.condition();
            if (condition == null || condition.holds(known)) {
                values.add(source.value(p, at));
                if (conditional) {
                    active.add(p.name());
                }
            }
            at += p.dimensions();
        }
        boolean all = values.size() == names.size();
        return Point.of(all ? names : List.copyOf(active), List.copyOf(values));
    }

    /** All parameters with values: those of the point, and the fallback of each inactive one. */
    public Map<String, Object> complete(Point point) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (Parameter p : parameters) {
            Object value = point.find(p.name());
            all.put(p.name(), value == null ? p.fallback() : value);
        }
        return all;
    }

    /**
     * The point of the defaults, and of the fallbacks of parameters without one; it may not be {@link #allows allowed}. Empty
     * if no parameter has a default.
     */
    public Optional<Point> defaults() {
        boolean none = parameters.stream().allMatch(p -> p.defaultValue() == null);
        return none ? Optional.empty() : Optional.of(canonical(complete(Point.of(Map.of()))));
    }

    /** Whether the point, one of this space, satisfies all constraints. What is unknown or NaN does not hold. */
    public boolean allows(Point point) {
        for (Expression constraint : constraints) {
            if (!constraint.holds(name -> completed(point, name))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object completed(Point point, String name) {
        Object value = point.find(name);
        if (value != null) {
            return value;
        }
        int i = names.indexOf(Elements.base(name));
        return i < 0 ? null : Elements.in(parameters.get(i).fallback(), name);
    }

    /** The cell language, one parameter or constraint a line; parsing it gives an equal space. */
    public String text() {
        Set<String> all = new HashSet<>(names);
        return Stream.concat(
                        parameters.stream().map(p -> p.text(all)),
                        constraints.stream().map(c -> "require " + c.text(all)))
                .collect(Collectors.joining("\n"));
    }

    private static void known(Expression expression, Map<String, Parameter> above, String subject) {
        for (String name : expression.names()) {
            Parameter p = above.get(Elements.base(name));
            boolean known =
                    p != null && (p.name().equals(name) || p.scalar(name).isPresent());
            Checks.require(
                    known,
                    "%s (%s) must mention parameters that stand above it; %s does not.",
                    subject,
                    expression.text(),
                    name);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchSpace s && parameters.equals(s.parameters) && constraints.equals(s.constraints);
    }

    @Override
    public int hashCode() {
        return 31 * parameters.hashCode() + constraints.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
