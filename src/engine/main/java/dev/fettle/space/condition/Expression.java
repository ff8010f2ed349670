package dev.fettle.space.condition;

import dev.fettle.word.Elements;
import dev.fettle.word.Words;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition over parameters, as a printable tree that needs no Java compiler.
 *
 * <p>Logic has three values (Kleene, 1952, §64): a name without a value is <em>unknown</em>, a comparison with the unknown
 * is unknown, {@code true || unknown} is true and {@code false && unknown} is false. What is unknown in the end does not
 * hold. Numbers compare by value whatever their type, and where one has a fraction, to twelve digits: 0.1 + 0.2 is 0.3.
 * Immutable, for any thread.
 *
 * <p>In Java a tree grows from its names:
 *
 * <pre>{@code
 * Expression both = name("solver").is("sgd").and(name("hidden").above(50));
 * boolean holds = both.holds(point::find);
 * }</pre>
 *
 * <p>Evaluation throws an {@link IllegalArgumentException} where an operand is of another type than its operator takes; for
 * {@code &&} and {@code ||} what is neither true nor false is unknown.
 */
public sealed interface Expression extends Serializable
        permits Expression.Literal, Expression.Name, Expression.Unary, Expression.Binary, Expression.Membership, Call {
    /** Boolean, Integer, Long, Double, String or list; null is the unknown. */
    @Nullable
    Object evaluate(Function<String, @Nullable Object> values);

    /** The parameters that it mentions. */
    Set<String> names();

    /** The cell language; parsing it gives an equal tree, if no string in it is the name of a parameter. */
    default String text() {
        return text(Set.of());
    }

    /** The cell language, with strings quoted that are among the names of parameters. */
    String text(Set<String> parameters);

    /** The same over parameters with other names. */
    Expression renamed(UnaryOperator<String> names);

    /** Whether it is certainly true. */
    default boolean holds(Function<String, @Nullable Object> values) {
        return Boolean.TRUE.equals(evaluate(values));
    }

    /** Whether the parameter, or an element of it, occurs. */
    default boolean mentions(String parameter) {
        return names().stream().anyMatch(name -> Elements.base(name).equals(parameter));
    }

    /** A parameter, or an element of an array: {@code w[3]}, {@code w[1][2]}. */
    static Expression name(String name) {
        return new Name(name);
    }

    /** A value as itself, an expression as it is. */
    static Expression of(Object value) {
        return value instanceof Expression e ? e : new Literal(value);
    }

    /** {@code this == other}; as everywhere below, {@code other} is a value or an expression. */
    default Expression is(Object other) {
        return new Binary(Operator.EQUAL, this, of(other));
    }

    /** {@code this != other}. */
    default Expression isNot(Object other) {
        return new Binary(Operator.UNEQUAL, this, of(other));
    }

    /** {@code this < other}; both are numbers, as in the next three. */
    default Expression below(Object other) {
        return new Binary(Operator.LESS, this, of(other));
    }

    /** {@code this <= other}. */
    default Expression atMost(Object other) {
        return new Binary(Operator.AT_MOST, this, of(other));
    }

    /** {@code this > other}. */
    default Expression above(Object other) {
        return new Binary(Operator.GREATER, this, of(other));
    }

    /** {@code this >= other}. */
    default Expression atLeast(Object other) {
        return new Binary(Operator.AT_LEAST, this, of(other));
    }

    /** {@code this in {…}}: whether it is one of the values; numbers are compared by value. */
    default Expression in(Object... values) {
        return new Membership(this, List.of(values));
    }

    /** {@code this && other}: false if one of them is, else unknown if one of them is. */
    default Expression and(Expression other) {
        return new Binary(Operator.AND, this, other);
    }

    /** {@code this || other}: true if one of them is, else unknown if one of them is. */
    default Expression or(Expression other) {
        return new Binary(Operator.OR, this, other);
    }

    /** {@code !this}; of the unknown the unknown. */
    default Expression not() {
        return new Unary(Operator.NOT, this);
    }

    /** {@code this + other}; a decimal number, as in all arithmetic. */
    default Expression plus(Object other) {
        return new Binary(Operator.PLUS, this, of(other));
    }

    /** {@code this - other}. */
    default Expression minus(Object other) {
        return new Binary(Operator.MINUS, this, of(other));
    }

    /** {@code this * other}. */
    default Expression times(Object other) {
        return new Binary(Operator.TIMES, this, of(other));
    }

    /** {@code this / other}: 1 / 2 is a half. */
    default Expression dividedBy(Object other) {
        return new Binary(Operator.DIVIDED, this, of(other));
    }

    /** {@code this % other}, with the sign of this, as in Java. */
    default Expression modulo(Object other) {
        return new Binary(Operator.MODULO, this, of(other));
    }

    /** {@code -this}; a whole number stays one. */
    default Expression negated() {
        return new Unary(Operator.NEGATE, this);
    }

    /** A value as written; a bare word that names no parameter is a string. */
    record Literal(Object value) implements Expression {
        @Override
        public Object evaluate(Function<String, @Nullable Object> values) {
            return value;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Expression renamed(UnaryOperator<String> names) {
            return this;
        }

        @Override
        public String text(Set<String> parameters) {
            return Words.of(value, parameters);
        }
    }

    /** A parameter. */
    record Name(String name) implements Expression {
        @Override
        public @Nullable Object evaluate(Function<String, @Nullable Object> values) {
            return values.apply(name);
        }

        @Override
        public Set<String> names() {
            return Set.of(name);
        }

        @Override
        public Expression renamed(UnaryOperator<String> names) {
            return new Name(names.apply(name));
        }

        @Override
        public String text(Set<String> parameters) {
            return name;
        }
    }

    /** {@code !a} or {@code -a}. */
    record Unary(Operator operator, Expression operand) implements Expression {
        @Override
        public @Nullable Object evaluate(Function<String, @Nullable Object> values) {
            Object value = operand.evaluate(values);
            return value == null ? null : operator.apply(value);
        }

        @Override
        public Set<String> names() {
            return operand.names();
        }

        @Override
        public Expression renamed(UnaryOperator<String> names) {
            return new Unary(operator, operand.renamed(names));
        }

        @Override
        public String text(Set<String> parameters) {
            return operator.symbol() + inParentheses(operand, operator.precedence(), parameters);
        }
    }

    /** {@code a + b}, {@code a < b}, {@code a && b} … */
    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object evaluate(Function<String, @Nullable Object> values) {
            Object a = left.evaluate(values);
            Object b = right.evaluate(values);
            if (operator == Operator.AND || operator == Operator.OR) {
                return operator.connect(a, b);
            }
            return a == null || b == null ? null : operator.apply(a, b);
        }

        @Override
        public Set<String> names() {
            Set<String> all = new TreeSet<>(left.names());
            all.addAll(right.names());
            return all;
        }

        @Override
        public Expression renamed(UnaryOperator<String> names) {
            return new Binary(operator, left.renamed(names), right.renamed(names));
        }

        @Override
        public String text(Set<String> parameters) {
            int own = operator.precedence();
            return inParentheses(left, own, parameters) + " " + operator.symbol() + " "
                    + inParentheses(right, own + 1, parameters);
        }
    }

    /** {@code a in {1, 2}}. */
    record Membership(Expression operand, List<Object> values) implements Expression {
        public Membership {
            values = Words.alike(values);
        }

        @Override
        public @Nullable Object evaluate(Function<String, @Nullable Object> environment) {
            Object value = operand.evaluate(environment);
            if (value == null) {
                return null;
            }
            for (Object one : values) {
                if (Operator.same(one, value)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<String> names() {
            return operand.names();
        }

        @Override
        public Expression renamed(UnaryOperator<String> names) {
            return new Membership(operand.renamed(names), values);
        }

        @Override
        public String text(Set<String> parameters) {
            String set = values.stream().map(Words::of).collect(Collectors.joining(", ", " in {", "}"));
            return inParentheses(operand, Operator.LESS.precedence() + 1, parameters) + set;
        }
    }

    private static String inParentheses(Expression inner, int outer, Set<String> parameters) {
        int own = inner instanceof Binary b
                ? b.operator().precedence()
                : inner instanceof Membership ? Operator.LESS.precedence() : Integer.MAX_VALUE;
        String text = inner.text(parameters);
        return own < outer ? "(" + text + ")" : text;
    }
}
