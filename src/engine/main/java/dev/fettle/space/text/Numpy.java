package dev.fettle.space.text;

import dev.fettle.word.Maybe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions of Python, {@code math} and NumPy that make numbers and arrays, with the meaning that they have there. */
final class Numpy {
    private static final Map<String, Function<Arguments, Object>> ALL = Map.ofEntries(
            Map.entry("range", a -> arange(a, true)),
            Map.entry("arange", a -> arange(a, false)),
            Map.entry("linspace", Numpy::linspace),
            Map.entry("logspace", Numpy::logspace),
            Map.entry("geomspace", Numpy::geomspace),
            Map.entry("list", Numpy::list),
            Map.entry("tuple", Numpy::list),
            Map.entry("sorted", a -> sorted(a.list("iterable"))),
            Map.entry("tolist", Numpy::list),
            Map.entry("array", a -> typed(new Vector(List.copyOf(a.list("object"))), a)),
            Map.entry("astype", a -> cast(a.value("array"), String.valueOf(a.value("dtype")))),
            Map.entry("int", a -> cast(a.value("x"), "int")),
            Map.entry("float", a -> cast(a.value("x"), "float")),
            Map.entry("round", Numpy::round),
            Map.entry("power", a -> Arithmetic.of("**", a.value("x1"), a.value("x2"))),
            Map.entry("exp", a -> each(a, StrictMath::exp)),
            Map.entry("log", a -> each(a, StrictMath::log)),
            Map.entry("log10", a -> each(a, StrictMath::log10)),
            Map.entry("log2", a -> each(a, x -> StrictMath.log(x) / StrictMath.log(2))),
            Map.entry("sqrt", a -> each(a, StrictMath::sqrt)));

    private static final Map<String, String> SYNONYMS = Map.of(
            "float64", "float", "float32", "float", "float_", "float", "int32", "int", "int64", "int", "int_", "int",
            "around", "round", "asarray", "array", "pow", "power");

    private Numpy() {}

    /** The function of a name without its module, or null. */
    static @Nullable Function<Arguments, Object> function(String name) {
        return ALL.get(SYNONYMS.getOrDefault(name, name));
    }

    /** {@code " Maybe logspace."} */
    static String maybe(String name) {
        return Maybe.sentence(name, ALL.keySet().stream().sorted().toList());
    }

    /** Of a half-open interval: its length is the quotient rounded up, as NumPy has it for decimal steps too. */
    private static Object arange(Arguments a, boolean range) {
        double start = a.alone() ? 0 : a.number("start");
        double stop = a.number("stop");
        double step = a.number("step", 1);
        double length = Math.max(0, Math.ceil((stop - start) / step));
        count(length);
        if (range && !a.wholes()) {
            throw new IllegalArgumentException("Bounds of range must be whole numbers. Maybe np.arange.");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            double x = start + i * step;
            values.add(a.wholes() ? (Object) Arithmetic.cut(x) : Arithmetic.finite(x, Math.abs(start)));
        }
        return typed(new Vector(values), a);
    }

    private static Object linspace(Arguments a) {
        double start = a.number("start");
        double stop = a.number("stop");
        return typed(line(start, stop, a.whole("num", 50), a.flag("endpoint", true)), a);
    }

    private static Object logspace(Arguments a) {
        double start = a.number("start");
        double stop = a.number("stop");
        int count = a.whole("num", 50);
        double base = a.keyword("base", 10);
        Vector exponents = line(start, stop, count, a.flag("endpoint", true));
        return typed(Arithmetic.of("**", base, exponents), a);
    }

    private static Object geomspace(Arguments a) {
        double start = a.number("start");
        double stop = a.number("stop");
        if (!(start > 0 && stop > 0)) {
            throw new IllegalArgumentException("Ends (" + start + ", " + stop + ") of geomspace must be positive.");
        }
        int count = a.whole("num", 50);
        boolean endpoint = a.flag("endpoint", true);
        List<Object> values = new ArrayList<>();
        for (Object exponent :
                line(0, StrictMath.log10(stop / start), count, endpoint).values()) {
            boolean last = endpoint && values.size() > 0 && values.size() == count - 1;
            values.add(last ? (Object) stop : Arithmetic.of("*", start, Arithmetic.of("**", 10, exponent)));
        }
        return typed(new Vector(values), a);
    }

    /** Numbers equally far apart; the ends are as given. */
    private static Vector line(double start, double stop, int count, boolean endpoint) {
        count(count);
        double step = (stop - start) / (endpoint ? Math.max(1, count - 1) : count);
        double size = Math.max(Math.abs(start), Math.abs(stop));
        List<Object> line = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean last = endpoint && i == count - 1;
            line.add(i == 0 ? (Object) start : last ? (Object) stop : Arithmetic.finite(start + i * step, size));
        }
        return new Vector(line);
    }

    private static void count(double count) {
        if (!(count >= 0 && count <= ValueReader.LIMIT)) {
            throw new IllegalArgumentException("Count (" + count + ") must be from 1 to " + ValueReader.LIMIT
                    + ". Maybe a..b, a range of whole numbers.");
        }
    }

    private static Object list(Arguments a) {
        return List.copyOf(a.list("iterable"));
    }

    private static Object sorted(List<?> values) {
        if (!values.stream().allMatch(Number.class::isInstance)) {
            throw new IllegalArgumentException("Values of sorted must be numbers.");
        }
        List<Object> sorted = new ArrayList<>(values);
        sorted.sort((x, y) -> Double.compare(((Number) x).doubleValue(), ((Number) y).doubleValue()));
        return sorted;
    }

    private static Object round(Arguments a) {
        Object value = a.value("number");
        int digits = a.whole(a.has("decimals") ? "decimals" : "ndigits", 0);
        double unit = StrictMath.pow(10, digits);
        Object rounded = Arithmetic.each(value, x -> Math.rint(x * unit) / unit);
        return digits == 0 && rounded instanceof Double x ? Arithmetic.cut(x) : rounded;
    }

    private static Object each(Arguments a, DoubleUnaryOperator f) {
        return Arithmetic.each(a.value("x"), f);
    }

    private static Object typed(Object values, Arguments a) {
        return a.keyword("dtype")
                .map(type -> cast(values, String.valueOf(type)))
                .orElse(values);
    }

    /** Whole numbers are cut off, not rounded. */
    private static Object cast(Object value, String type) {
        if (value instanceof Vector v) {
            return v.map(x -> cast(x, type));
        }
        if (!(value instanceof Number n)) {
            throw new IllegalArgumentException("Value (" + Arguments.shown(value) + ") must be a number.");
        }
        if (type.startsWith("int")) {
            return Arithmetic.cut(n.doubleValue());
        }
        if (type.startsWith("float")) {
            return n.doubleValue();
        }
        throw new IllegalArgumentException("Type (" + type + ") must be int or float.");
    }
}
