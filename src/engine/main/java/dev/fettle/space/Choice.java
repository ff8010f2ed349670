package dev.fettle.space;

import dev.fettle.space.condition.Expression;
import dev.fettle.word.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of finitely many values, in the order in which they were written.
 *
 * <pre>{@code
 * Choice solver = Choice.of("solver", "sgd", "adam");
 * Choice size = Choice.ordered("size", "small", "medium", "large").startingAt("medium");
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}.
 *
 * @param values at least one, no two equal; as {@link Parameter} says, or immutable lists of such
 * @param ordered whether neighbours are alike, as with {@code small < medium < large}; numbers that rise or fall
 *     throughout always are, a value alone never is
 */
public record Choice(
        String name,
        List<Object> values,
        boolean ordered,
        @Nullable Object defaultValue,
        @Nullable Expression condition)
        implements Scalar {
    public Choice {
        Checks.scalarName(name);
        values = List.copyOf(values);
        Checks.require(!values.isEmpty(), "Parameter (%s) must have at least one value.", name);
        Checks.require(
                new HashSet<>(values).size() == values.size(),
                "Values (%s) of parameter %s must differ.",
                values,
                name);
        values.forEach(value -> Checks.require(
                isFinite(value),
                "Value (%s) of parameter %s must be finite. Maybe \"%s\", a word.",
                value,
                name,
                value));
        ordered = values.size() > 1 && (ordered || monotone(values));
        if (defaultValue != null) {
            Checks.defaultOf(new Choice(name, values, ordered, null, null), defaultValue);
        }
    }

    /** The given values; null is the word {@code none}, as in a cell. */
    public static Choice of(String name, @Nullable Object @Nullable ... values) {
        return new Choice(name, Words.alike(named(values)), false, null, null);
    }

    /** The given values, whose neighbours are alike. */
    public static Choice ordered(String name, @Nullable Object @Nullable ... values) {
        return new Choice(name, Words.alike(named(values)), true, null, null);
    }

    /** A null in place of the array is what Java makes of {@code of("c", null)}. */
    private static List<Object> named(@Nullable Object @Nullable ... values) {
        return values == null
                ? List.of(Words.NONE)
                : Arrays.stream(values).map(Words::named).toList();
    }

    private static boolean isFinite(Object value) {
        return value instanceof List<?> list
                ? list.stream().allMatch(Choice::isFinite)
                : !(value instanceof Double d) || Double.isFinite(d);
    }

    private static boolean monotone(List<Object> values) {
        if (values.size() < 2 || !values.stream().allMatch(Number.class::isInstance)) {
            return false;
        }
        double[] x =
                values.stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < x.length; i++) {
            rising &= x[i] > x[i - 1];
            falling &= x[i] < x[i - 1];
        }
        return rising || falling;
    }

    @Override
    public Choice startingAt(@Nullable Object value) {
        return with(name, Checks.defaultOf(this, Words.named(value)), condition);
    }

    @Override
    public Choice when(@Nullable Expression only) {
        return with(name, defaultValue, only);
    }

    @Override
    public Choice named(String other) {
        return with(other, null, null);
    }

    private Choice with(String name, @Nullable Object defaultValue, @Nullable Expression condition) {
        return new Choice(name, values, ordered, defaultValue, condition);
    }

    /** Of decimal numbers only, or of whole ones only: the number means the equal one among them. */
    @Override
    public Object fitting(Object value) {
        Class<?> type = values.get(0).getClass();
        boolean alike = values.get(0) instanceof Number && values.stream().allMatch(type::isInstance);
        return alike && value instanceof Number n
                ? values.stream()
                        .filter(v -> ((Number) v).doubleValue() == n.doubleValue())
                        .findFirst()
                        .orElse(value)
                : value;
    }

    @Override
    public Object decode(double u) {
        Checks.unit(name, u);
        return values.get(Math.min(values.size() - 1, (int) (u * values.size())));
    }

    @Override
    public double[] cell(double u) {
        Checks.unit(name, u);
        double number = Math.min(values.size() - 1, (int) (u * values.size()));
        return new double[] {number / values.size(), (number + 1) / values.size()};
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
    public Axis axis() {
        return ordered ? new Axis.Lattice(values.size()) : new Axis.Nominal(values.size());
    }

    @Override
    public boolean equallyLikely() {
        return true;
    }

    @Override
    public String domain() {
        return values.stream().map(Words::of).collect(Collectors.joining(separator(), "in {", "}"));
    }

    /** What stands between the values in the cell language; numbers in order need no sign of it. */
    public String separator() {
        return ordered && !monotone(values) ? " < " : ", ";
    }
}
