package dev.fettle.space.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Arithmetic of Python on whole and decimal numbers, on arrays number by number. A decimal result that is a short number but
 * for rounding is that number: 0.001 and not 0.0010000000000000002.
 */
final class Arithmetic {
    private static final int DIGITS = 12;
    private static final double ROUNDING = 4;

    private Arithmetic() {}

    /**
     * {@code a operator b}.
     *
     * @param operator one of + - * / % and **
     * @throws IllegalArgumentException if there is no finite result
     */
    static Object of(String operator, Object a, Object b) {
        if (a instanceof Vector v) {
            return b instanceof Vector w ? pairs(operator, v, w) : v.map(x -> of(operator, x, b));
        }
        if (b instanceof Vector w) {
            return w.map(x -> of(operator, a, x));
        }
        if (operator.equals("+") && a instanceof List<?> x && b instanceof List<?> y) {
            List<Object> both = new ArrayList<>(x);
            both.addAll(y);
            return both;
        }
        if (!(a instanceof Number x) || !(b instanceof Number y)) {
            throw new IllegalArgumentException("Value (" + Arguments.shown(a instanceof Number ? b : a) + ") beside "
                    + operator + " must be a number.");
        }
        return numbers(operator, x, y);
    }

    private static Vector pairs(String operator, Vector a, Vector b) {
        if (a.values().size() != b.values().size()) {
            throw new IllegalArgumentException("Arrays beside " + operator + " must be equally long.");
        }
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < a.values().size(); i++) {
            results.add(of(operator, a.values().get(i), b.values().get(i)));
        }
        return new Vector(results);
    }

    private static Object numbers(String operator, Number a, Number b) {
        double x = a.doubleValue();
        double y = b.doubleValue();
        double result =
                switch (operator) {
                    case "+" -> x + y;
                    case "-" -> x - y;
                    case "*" -> x * y;
                    case "/" -> x / y;
                    case "%" -> x - y * Math.floor(x / y);
                    default -> StrictMath.pow(x, y);
                };
        boolean wholes = a instanceof Integer && b instanceof Integer && !operator.equals("/");
        boolean fits = result == (int) result && !(operator.equals("**") && y < 0);
        double size = "+-%".contains(operator) ? Math.max(Math.abs(x), Math.abs(y)) : 0;
        return wholes && fits ? (Object) (int) result : finite(result, size);
    }

    /** A function of decimal numbers on a number, or on each of an array. */
    static Object each(Object value, DoubleUnaryOperator f) {
        if (value instanceof Vector v) {
            return v.map(x -> each(x, f));
        }
        if (value instanceof Number n) {
            return finite(f.applyAsDouble(n.doubleValue()), 0);
        }
        throw new IllegalArgumentException("Value (" + Arguments.shown(value) + ") must be a number.");
    }

    /**
     * A finite number without its rounding.
     *
     * @param size of the largest number that it is a sum or difference of; 0 if it is none
     */
    static Double finite(double x, double size) {
        if (Double.isNaN(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("Result (" + x + ") must be finite.");
        }
        double scale = Math.max(Math.abs(x), size);
        if (x == 0 || Double.isInfinite(scale)) {
            return x + 0.0;
        }
        double tidy = tidy(x, scale);
        return (Math.abs(tidy - x) <= ROUNDING * Math.ulp(scale) ? tidy : x) + 0.0;
    }

    private static double tidy(double x, double scale) {
        int digits = DIGITS - (int) Math.ceil(StrictMath.log10(scale));
        return new BigDecimal(x).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
    }

    /** e to the power of a logarithm: the short number of which it is the logarithm, if there is one. */
    static double power(double logarithm) {
        double x = finite(StrictMath.exp(logarithm), 0);
        double tidy = x == 0 ? 0 : tidy(x, x);
        return Math.abs(StrictMath.log(tidy) - logarithm) <= Math.ulp(logarithm) ? tidy : x;
    }

    /** A whole number without its fraction. */
    static Integer cut(double x) {
        if (Math.abs(x) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Number (" + x + ") must fit in 32 bits.");
        }
        return (int) x;
    }
}
