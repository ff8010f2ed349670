package dev.fettle.space.grid;

import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Elements;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * What an expression may be, whatever the point: a bound from outside by interval arithmetic (Moore, 1966, "Interval
 * Analysis", chapter 3). Each operation on doubles never falls, or never rises, in each operand, rounding included, so what
 * lies outside is certain without rounding outwards.
 *
 * @param low no number that it may be is less; −∞ if it may be anything
 * @param high no number that it may be is greater; ∞ if it may be anything
 * @param yes whether it may be true
 * @param no whether it may be false
 */
record Reach(double low, double high, boolean yes, boolean no) {
    private static final Reach ANYTHING = new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);

    static Reach of(Expression e, SearchSpace space) {
        if (e instanceof Expression.Literal l) {
            return of(l.value());
        }
        if (e instanceof Expression.Name n) {
            return space.parameter(Elements.base(n.name()))
                    .map(p -> named(p, n.name()))
                    .orElse(ANYTHING);
        }
        if (e instanceof Expression.Unary u) {
            Reach a = of(u.operand(), space);
            return u.operator() == Operator.NOT
                    ? new Reach(a.low, a.high, a.no, a.yes)
                    : new Reach(-a.high, -a.low, a.yes, a.no);
        }
        if (e instanceof Expression.Membership m) {
            Reach a = of(m.operand(), space);
            return truth(m.values().stream().map(Reach::of).anyMatch(a::meets), true);
        }
        return e instanceof Expression.Binary b
                ? of(b.operator(), of(b.left(), space), of(b.right(), space))
                : ANYTHING;
    }

    private static Reach of(Object value) {
        if (value instanceof Boolean b) {
            return new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, b, !b);
        }
        return value instanceof Number x ? numbers(x.doubleValue(), x.doubleValue()) : ANYTHING;
    }

    private static Reach named(Parameter p, String name) {
        if (p instanceof Array a) {
            return name.equals(a.name()) ? ANYTHING : scalar(a.element());
        }
        return scalar((Scalar) p);
    }

    private static Reach scalar(Scalar s) {
        List<Object> all = s instanceof Choice c ? c.values() : List.of(s.decode(0), s.decode(1));
        return all.stream()
                .map(Reach::of)
                .reduce((a, b) ->
                        new Reach(Math.min(a.low, b.low), Math.max(a.high, b.high), a.yes || b.yes, a.no || b.no))
                .orElse(ANYTHING);
    }

    private static Reach of(Operator operator, Reach a, Reach b) {
        return switch (operator) {
            case AND -> truth(a.yes && b.yes, a.no || b.no);
            case OR -> truth(a.yes || b.yes, a.no && b.no);
            case EQUAL -> truth(a.meets(b), !a.same(b));
            case UNEQUAL -> truth(!a.same(b), a.meets(b));
            case LESS -> truth(a.low < b.high, a.high >= b.low);
            case AT_MOST -> truth(a.low <= b.high, a.high > b.low);
            case GREATER -> truth(a.high > b.low, a.low <= b.high);
            case AT_LEAST -> truth(a.high >= b.low, a.low < b.high);
            case PLUS -> corners(a, b, Double::sum);
            case MINUS -> corners(a, b, (x, y) -> x - y);
            case TIMES -> corners(a, b, (x, y) -> x * y);
            case DIVIDED -> b.low <= 0 && b.high >= 0 ? ANYTHING : corners(a, b, (x, y) -> x / y);
            default -> ANYTHING;
        };
    }

    private static Reach corners(Reach a, Reach b, DoubleBinaryOperator operation) {
        double[] all = DoubleStream.of(a.low, a.high)
                .flatMap(x -> DoubleStream.of(b.low, b.high).map(y -> operation.applyAsDouble(x, y)))
                .sorted()
                .toArray();
        return numbers(all[0], all[all.length - 1]);
    }

    /** Where a sum may be infinite the next one may be NaN, of which nothing is certain. */
    private static Reach numbers(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? new Reach(low, high, true, true) : ANYTHING;
    }

    private static Reach truth(boolean yes, boolean no) {
        return new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, yes, no);
    }

    private boolean meets(Reach other) {
        return low <= other.high && other.low <= high;
    }

    /** One number alone, and the same one. */
    private boolean same(Reach other) {
        return low == high && other.low == other.high && low == other.low;
    }
}
