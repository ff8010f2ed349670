package dev.fettle.space.condition;

import dev.fettle.word.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code sum(w)}, {@code min(a, b)}, {@code max(w, 1)}, {@code abs(a - b)}: a decimal number of numbers, and of arrays of them.
 * Unknown if one of them is. Immutable, for any thread.
 *
 * <pre>{@code
 * Expression atMostOne = Call.sum(name("w")).atMost(1);
 * }</pre>
 *
 * @param arguments at least one; of {@code abs} exactly one
 */
public record Call(Operation operation, List<Expression> arguments) implements Expression {
    /** What is made of the numbers. */
    public enum Operation {
        SUM,
        MIN,
        MAX,
        ABS;

        /** As it is written in a cell. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so. */
        public static Optional<Operation> of(String word) {
            return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
        }

        double of(List<Double> numbers) {
            return switch (this) {
                case SUM -> numbers.stream().reduce(0.0, Double::sum);
                case MIN -> numbers.stream().reduce(Double.POSITIVE_INFINITY, Math::min);
                case MAX -> numbers.stream().reduce(Double.NEGATIVE_INFINITY, Math::max);
                case ABS -> Math.abs(numbers.get(0));
            };
        }
    }

    /** {@code sum(…)} of values, names and other expressions, at least one; a whole array counts as its elements. */
    public static Call sum(Object... of) {
        return call(Operation.SUM, of);
    }

    /** {@code min(…)}, likewise. */
    public static Call min(Object... of) {
        return call(Operation.MIN, of);
    }

    /** {@code max(…)}, likewise. */
    public static Call max(Object... of) {
        return call(Operation.MAX, of);
    }

    /** {@code abs(of)} of one number. */
    public static Call abs(Object of) {
        return call(Operation.ABS, of);
    }

    private static Call call(Operation operation, Object... of) {
        return new Call(operation, Arrays.stream(of).map(Expression::of).toList());
    }

    public Call {
        arguments = List.copyOf(arguments);
        if (arguments.isEmpty() || (operation == Operation.ABS && arguments.size() != 1)) {
            throw new IllegalArgumentException("Arguments (" + arguments.size() + ") of " + operation.word()
                    + " must be " + (operation == Operation.ABS ? "one." : "at least one."));
        }
    }

    @Override
    public @Nullable Object evaluate(Function<String, @Nullable Object> values) {
        List<Double> numbers = new ArrayList<>();
        for (Expression argument : arguments) {
            Object value = argument.evaluate(values);
            if (value == null) {
                return null;
            }
            collect(value, numbers);
        }
        return operation.of(numbers);
    }

    private void collect(Object value, List<Double> into) {
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, into));
        } else if (value instanceof Number n) {
            into.add(n.doubleValue());
        } else {
            throw new IllegalArgumentException(
                    "Value (" + Words.of(value) + ") in " + operation.word() + " must be a number.");
        }
    }

    @Override
    public Set<String> names() {
        Set<String> all = new TreeSet<>();
        arguments.forEach(a -> all.addAll(a.names()));
        return all;
    }

    @Override
    public Expression renamed(UnaryOperator<String> names) {
        return new Call(operation, arguments.stream().map(a -> a.renamed(names)).toList());
    }

    @Override
    public String text(Set<String> parameters) {
        return arguments.stream()
                .map(a -> a.text(parameters))
                .collect(Collectors.joining(", ", operation.word() + "(", ")"));
    }
}
