package dev.fettle.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that may vary, in the order written, and what must hold between the parameters.
 *
 * @param parameters unique names; a condition mentions only parameters above its own
 * @param constraints conditions that every point satisfies once its inactive parameters are filled with their fallbacks
 */
public record SearchSpace(List<Parameter> parameters, List<Expression> constraints) implements Serializable {
    public SearchSpace {
        parameters = List.copyOf(parameters);
        constraints = List.copyOf(constraints);
        Set<String> above = new HashSet<>();
        for (Parameter p : parameters) {
            Expression condition = p.condition();
            if (condition != null) {
                known(condition, above, "Condition");
            }
            Checks.require(above.add(p.name()), "Parameter (%s) must be named once.", p.name());
        }
        constraints.forEach(c -> known(c, above, "Constraint"));
    }

    /** Parameters without constraints. */
    public static SearchSpace of(Parameter... parameters) {
        return new SearchSpace(List.of(parameters), List.of());
    }

    public Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return parameters.stream().map(Parameter::name).toList();
    }

    /** The product of the sizes, conditions and constraints left aside, at most {@link Long#MAX_VALUE}; empty if infinite. */
    public OptionalLong size() {
        long product = 1;
        for (Parameter p : parameters) {
            if (p.size().isEmpty()) {
                return OptionalLong.empty();
            }
            long high = Math.multiplyHigh(product, p.size().getAsLong());
            product = high == 0 && product * p.size().getAsLong() >= 0
                    ? product * p.size().getAsLong()
                    : Long.MAX_VALUE;
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
        Map<String, Object> active = new HashMap<>();
        List<String> names = new ArrayList<>(parameters.size());
        List<Object> kept = new ArrayList<>(parameters.size());
        for (Parameter p : parameters) {
            if (active(p, active)) {
                Object value = values.get(p.name());
                if (value == null) {
                    throw new IllegalArgumentException("Parameter (" + p.name() + ") must have a value.");
                }
                active.put(p.name(), Checks.legal(p, value));
                names.add(p.name());
                kept.add(value);
            }
        }
        return Point.of(List.copyOf(names), List.copyOf(kept));
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

    /** Whether the point satisfies all constraints. */
    public boolean allows(Point point) {
        if (constraints.isEmpty()) {
            return true;
        }
        Map<String, Object> all = complete(point);
        return constraints.stream().allMatch(c -> c.holds(all::get));
    }

    /** The canonical point at a place of the unit cube; {@code u[i]} in [0, 1] belongs to parameter i. */
    public Point decode(double[] u) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < u.length; i++) {
            values.put(parameters.get(i).name(), parameters.get(i).decode(u[i]));
        }
        return canonical(values);
    }

    /** The place of a point in the unit cube, one coordinate a parameter; NaN where the parameter is inactive. */
    public double[] encode(Point point) {
        double[] u = new double[parameters.size()];
        for (int i = 0; i < u.length; i++) {
            Object value = point.find(parameters.get(i).name());
            u[i] = value == null ? Double.NaN : parameters.get(i).encode(value);
        }
        return u;
    }

    /** Whether a parameter exists beside the given active values. */
    static boolean active(Parameter p, Map<String, Object> values) {
        Expression condition = p.condition();
        return condition == null || condition.holds(values::get);
    }

    /** The cell language, one parameter or constraint a line; parsing it gives an equal space. */
    public String text() {
        List<String> lines = new ArrayList<>();
        for (Parameter p : parameters) {
            Object value = p.defaultValue();
            Expression condition = p.condition();
            lines.add(p.name() + " " + p.domain() + (value == null ? "" : " default " + Words.of(value))
                    + (condition == null ? "" : " if " + condition.text()));
        }
        constraints.forEach(c -> lines.add("require " + c.text()));
        return lines.stream().collect(Collectors.joining("\n"));
    }

    private static void known(Expression expression, Set<String> names, String subject) {
        for (String name : expression.names()) {
            Checks.require(
                    names.contains(name),
                    "%s (%s) must mention parameters that stand above it; %s does not.",
                    subject,
                    expression.text(),
                    name);
        }
    }
}
