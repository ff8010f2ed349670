package dev.fettle.space.grid;

import dev.fettle.space.Array;
import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Call;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import dev.fettle.word.Elements;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression may be, whatever the point: a bound from outside by interval arithmetic (Moore, 1966, "Interval
 * Analysis", chapter 3). Each operation on doubles never falls, or never rises, in each operand, rounding included, so what
 * lies outside is certain without rounding outwards.
 *
 * @param low no number that it may be is less; −∞ if it may be anything
 * @param high no number that it may be is greater; ∞ if it may be anything
 * @param yes whether it may be true
 * @param no whether it may be false
 * @param only the one word or list that it may be; null if there are several, or it is another thing
 */
record Reach(
        double low,
        double high,
        boolean yes,
        boolean no,
        @Nullable Object only) {
    static final Reach ANYTHING = new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);

    Reach(double low, double high, boolean yes, boolean no) {
        this(low, high, yes, no, null);
    }

    /** Whatever the point of a space. */
    static Reach of(Expression e, SearchSpace space) {
        return of(e, name -> named(space, name));
    }

    /** @param values what a parameter may be: one for a scalar or an element, one an element for a whole array */
    static Reach of(Expression e, Function<String, List<Reach>> values) {
        if (e instanceof Expression.Literal l) {
            return of(l.value());
        }
        if (e instanceof Expression.Name n) {
            List<Reach> all = values.apply(n.name());
            return all.size() == 1 ? all.get(0) : ANYTHING;
        }
        if (e instanceof Expression.Unary u) {
            Reach a = of(u.operand(), values);
            return u.operator() == Operator.NOT ? new Reach(a.low, a.high, a.no, a.yes) : a.negative();
        }
        if (e instanceof Expression.Membership m) {
            Reach a = of(m.operand(), values);
            return truth(m.values().stream().map(Reach::of).anyMatch(a::meets), true);
        }
        if (e instanceof Call c) {
            return c.arguments().stream()
                    .flatMap(a -> a instanceof Expression.Name n
                            ? values.apply(n.name()).stream()
                            : List.of(of(a, values)).stream())
                    .reduce((a, b) -> joined(c.operation(), a, b))
                    .map(a -> c.operation() == Call.Operation.ABS ? a.magnitude() : a)
                    .orElse(ANYTHING);
        }
        return e instanceof Expression.Binary b
                ? of(b.operator(), of(b.left(), values), of(b.right(), values))
                : ANYTHING;
    }

    /** Of one value. */
    static Reach of(Object value) {
        if (value instanceof Boolean b) {
            return new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, b, !b);
        }
        return value instanceof Number x
                ? numbers(x.doubleValue(), x.doubleValue())
                : new Reach(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true, value);
    }

    /** Of one of several values. */
    static Reach of(List<?> values) {
        return values.stream().map(Reach::of).reduce(Reach::or).orElse(ANYTHING);
    }

    /** What one of them, or the other, may be. */
    Reach or(Reach other) {
        return new Reach(
                Math.min(low, other.low),
                Math.max(high, other.high),
                yes || other.yes,
                no || other.no,
                only != null && only.equals(other.only) ? only : null);
    }

    private static List<Reach> named(SearchSpace space, String name) {
        Parameter p = space.parameter(Elements.base(name)).orElse(null);
        if (p instanceof Array a) {
            return Collections.nCopies(name.equals(a.name()) ? a.dimensions() : 1, scalar(a.element()));
        }
        return List.of(p == null ? ANYTHING : scalar((Scalar) p));
    }

    private static Reach scalar(Scalar s) {
        return of(s instanceof Choice c ? c.values() : List.of(s.decode(0), s.decode(1)));
    }

    private static Reach joined(Call.Operation operation, Reach a, Reach b) {
        return switch (operation) {
            case SUM -> corners(a, b, Double::sum);
            case MIN -> corners(a, b, Math::min);
            case MAX -> corners(a, b, Math::max);
            case ABS -> ANYTHING;
        };
    }

    /** Of any number in [low, high]; either end may be infinite. */
    static Reach between(double low, double high) {
        return new Reach(low, high, true, true);
    }

    /** Or any smaller number. */
    Reach orLess() {
        return between(Double.NEGATIVE_INFINITY, high);
    }

    /** Or any greater number. */
    Reach orMore() {
        return between(low, Double.POSITIVE_INFINITY);
    }

    Reach negative() {
        return new Reach(-high, -low, yes, no);
    }

    /** What both this and another may be, where they are numbers; one number where they miss each other by rounding, else null. */
    @Nullable
    Reach and(Reach other) {
        double from = Math.max(low, other.low);
        double to = Math.min(high, other.high);
        if (from - to > Operator.ROUNDING * Math.max(Math.abs(low), Math.abs(high))) {
            return null;
        }
        return from <= to ? new Reach(from, to, yes, no, only) : between(Math.max(low, to), Math.max(low, to));
    }

    private Reach magnitude() {
        return low >= 0 ? this : high <= 0 ? numbers(-high, -low) : numbers(0, Math.max(-low, high));
    }

    /** Of an operation. */
    static Reach of(Operator operator, Reach a, Reach b) {
        return switch (operator) {
            case AND -> truth(a.yes && b.yes, a.no || b.no);
            case OR -> truth(a.yes || b.yes, a.no && b.no);
            case EQUAL -> truth(a.meets(b), !a.same(b));
            case UNEQUAL -> truth(!a.same(b), a.meets(b));
            case LESS -> truth(a.low < b.high, b.mayBeAtMost(a));
            case AT_MOST -> truth(a.mayBeAtMost(b), a.high > b.low);
            case GREATER -> truth(a.high > b.low, a.mayBeAtMost(b));
            case AT_LEAST -> truth(b.mayBeAtMost(a), a.low < b.high);
            case PLUS -> corners(a, b, Double::sum);
            case MINUS -> corners(a, b, (x, y) -> x - y);
            case TIMES -> corners(a, b, (x, y) -> x * y);
            case DIVIDED -> b.low <= 0 && b.high >= 0 ? ANYTHING : corners(a, b, (x, y) -> x / y);
            case MODULO -> remainder(a, b);
            default -> ANYTHING;
        };
    }

    /** Of numbers that are not negative: where they lie in one period it rises with them. */
    private static Reach remainder(Reach a, Reach b) {
        boolean known = a.low >= 0 && b.low == b.high && b.low > 0;
        boolean one = known && Math.floor(a.low / b.low) == Math.floor(a.high / b.low);
        return one ? numbers(a.low % b.low, a.high % b.low) : known ? numbers(0, b.low) : ANYTHING;
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

    /** As {@link Operator#equal} sees numbers. */
    private boolean mayBeAtMost(Reach other) {
        return low <= other.high || Operator.equal(low, other.high);
    }

    private boolean meets(Reach other) {
        if (only != null && other.only != null) {
            return only.equals(other.only);
        }
        return ((yes && other.yes) || (no && other.no)) && mayBeAtMost(other) && other.mayBeAtMost(this);
    }

    /** One value alone, and the same one. */
    private boolean same(Reach other) {
        boolean one = low == high && other.low == other.high && low == other.low;
        return one || (only != null && only.equals(other.only));
    }
}
