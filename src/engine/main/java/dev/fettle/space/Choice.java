package dev.fettle.space;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of finitely many values, in the order in which they were written.
 *
 * @param values at least one, no two equal
 * @param ordered whether neighbours are alike, as with {@code small < medium < large}
 */
public record Choice(
        String name,
        List<Object> values,
        boolean ordered,
        @Nullable Object defaultValue,
        @Nullable Expression condition)
        implements Parameter {
    public Choice {
        Checks.name(name);
        values = List.copyOf(values);
        Checks.require(!values.isEmpty(), "Parameter (%s) must have at least one value.", name);
        Checks.require(
                new HashSet<>(values).size() == values.size(),
                "Values (%s) of parameter %s must differ.",
                values,
                name);
        Checks.defaultValue(
                name, defaultValue, defaultValue != null && values.contains(defaultValue), domain(values, ordered));
    }

    /** The given values, unordered. */
    public static Choice of(String name, Object... values) {
        return new Choice(name, List.of(values), false, null, null);
    }

    /** The same parameter with a value to fall back on. */
    public Choice startingAt(Object value) {
        return new Choice(name, values, ordered, value, condition);
    }

    @Override
    public Choice when(@Nullable Expression only) {
        return new Choice(name, values, ordered, defaultValue, only);
    }

    @Override
    public Object decode(double u) {
        Checks.unit(name, u);
        return value(Checks.cell(u, values.size()));
    }

    @Override
    public double encode(Object value) {
        return (values.indexOf(Checks.legal(this, value)) + 0.5) / values.size();
    }

    @Override
    public boolean contains(Object value) {
        return values.contains(value);
    }

    @Override
    public OptionalLong size() {
        return OptionalLong.of(values.size());
    }

    @Override
    public Object value(long index) {
        return values.get(Math.toIntExact(index));
    }

    @Override
    public String domain() {
        return domain(values, ordered);
    }

    private static String domain(List<Object> values, boolean ordered) {
        return values.stream().map(Words::of).collect(Collectors.joining(ordered ? " < " : ", ", "in {", "}"));
    }
}
