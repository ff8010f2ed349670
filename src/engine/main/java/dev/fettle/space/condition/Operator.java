package dev.fettle.space.condition;

import dev.fettle.word.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operators of conditions, with Java's precedences. */
public enum Operator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    UNEQUAL("!=", 3),
    LESS("<", 4),
    AT_MOST("<=", 4),
    GREATER(">", 4),
    AT_LEAST(">=", 4),
    PLUS("+", 5),
    MINUS("-", 5),
    TIMES("*", 6),
    DIVIDED("/", 6),
    MODULO("%", 6),
    NOT("!", 7),
    NEGATE("-", 7);

    /** Numbers that differ by less, as a part of the greater, are equal where one has a fraction. */
    public static final double ROUNDING = 1e-12;

    private final String symbol;
    private final int precedence;

    Operator(String symbol, int precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** As it is written in a cell. */
    public String symbol() {
        return symbol;
    }

    /** Higher binds tighter; 7 is unary. */
    public int precedence() {
        return precedence;
    }

    /** The binary operator that is written so. */
    public static Optional<Operator> binary(String symbol) {
        return Arrays.stream(values())
                .filter(o -> o.precedence < 7 && o.symbol.equals(symbol))
                .findFirst();
    }

    /** Numbers by value, lists by their elements, everything else by {@code equals}. */
    static boolean same(Object a, Object b) {
        if (a instanceof Number x && b instanceof Number y) {
            return equal(x.doubleValue(), y.doubleValue());
        }
        if (!(a instanceof List<?> left && b instanceof List<?> right) || left.size() != right.size()) {
            return a.equals(b);
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whole numbers exactly; others to twelve digits, as a sum of decimals may miss what is meant by its rounding. */
    public static boolean equal(double x, double y) {
        if (x == y) {
            return true;
        }
        boolean whole = x == Math.rint(x) && y == Math.rint(y);
        return !whole && Math.abs(x - y) <= ROUNDING * Math.max(Math.abs(x), Math.abs(y));
    }

    @Nullable
    Object connect(@Nullable Object a, @Nullable Object b) {
        boolean decides = this == OR;
        if (is(decides, a) || is(decides, b)) {
            return decides;
        }
        return (is(!decides, a) && is(!decides, b)) ? !decides : null;
    }

    Object apply(Object a) {
        return switch (this) {
            case NOT -> !(Boolean) expect(Boolean.class, a);
            case NEGATE -> negated(a);
            default -> throw new IllegalStateException("Operator (" + symbol + ") must be unary.");
        };
    }

    Object apply(Object a, Object b) {
        return switch (this) {
            case EQUAL -> same(a, b);
            case UNEQUAL -> !same(a, b);
            case LESS -> number(a) < number(b) && !equal(number(a), number(b));
            case AT_MOST -> number(a) <= number(b) || equal(number(a), number(b));
            case GREATER -> number(a) > number(b) && !equal(number(a), number(b));
            case AT_LEAST -> number(a) >= number(b) || equal(number(a), number(b));
            default -> arithmetic(a, b);
        };
    }

    private Object negated(Object a) {
        if (a instanceof Integer i && i != Integer.MIN_VALUE) {
            return -i;
        }
        return a instanceof Long l && l != Long.MIN_VALUE ? (Object) (-l) : (Object) (-number(a));
    }

    /** In decimal numbers throughout: 1 / 2 is a half, as a reader of a condition expects. */
    private Object arithmetic(Object a, Object b) {
        double x = number(a);
        double y = number(b);
        return switch (this) {
            case PLUS -> x + y;
            case MINUS -> x - y;
            case TIMES -> x * y;
            case DIVIDED -> x / y;
            case MODULO -> x % y;
            default -> throw new IllegalStateException("Operator (" + symbol + ") must be arithmetic.");
        };
    }

    private double number(Object a) {
        return ((Number) expect(Number.class, a)).doubleValue();
    }

    private Object expect(Class<?> type, Object a) {
        if (!type.isInstance(a)) {
            String kind = type == Boolean.class ? "true or false" : "a number";
            throw new IllegalArgumentException(
                    "Value (" + Words.of(a) + ") beside " + symbol + " must be " + kind + ".");
        }
        return a;
    }

    private static boolean is(boolean wanted, @Nullable Object value) {
        return value instanceof Boolean b && b == wanted;
    }
}
