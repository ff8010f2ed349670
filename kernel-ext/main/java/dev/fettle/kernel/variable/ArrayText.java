package dev.fettle.kernel.variable;

import dev.fettle.report.text.Wording;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Arrays of Java as a cell has them, {@code (0.1, 0.2)}, with all digits. Stateless, for any thread. */
public final class ArrayText {
    /** The arrays that values of parameters are, and their like. */
    public static final List<Class<?>> TYPES = List.of(
            double[].class,
            double[][].class,
            double[][][].class,
            int[].class,
            int[][].class,
            int[][][].class,
            long[].class,
            long[][].class,
            float[].class,
            float[][].class,
            boolean[].class,
            boolean[][].class,
            String[].class,
            String[][].class,
            Double[].class,
            Integer[].class,
            Object[].class,
            Object[][].class);

    private static final int SHOWN = 100;

    private ArrayText() {}

    /** At most a hundred elements of each array, and how many more there are. */
    public static String of(@Nullable Object value) {
        return of(value, SHOWN);
    }

    /** The same with so many elements; what is no array as it would be typed. */
    static String of(@Nullable Object value, int most) {
        if (value == null) {
            return "null";
        }
        if (!value.getClass().isArray()) {
            return Wording.typed(value);
        }
        int length = Array.getLength(value);
        String shown = IntStream.range(0, Math.min(length, most))
                .mapToObj(i -> of(Array.get(value, i), most))
                .collect(Collectors.joining(", "));
        return "(" + shown + (length > most ? ", … " + (length - most) + " more" : "") + ")";
    }
}
