package dev.fettle.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column that predicts: numbers, or words out of a list. Immutable as long as nobody writes into the arrays, which are
 * shared; for any thread.
 *
 * <pre>{@code
 * Feature age = new Feature.Numbers("age", new double[] {31, Double.NaN, 25});
 * Feature town = new Feature.Levels("town", new int[] {0, 1, -1}, List.of("Bonn", "Ulm"));
 * }</pre>
 */
public sealed interface Feature extends Serializable {
    /** The column's. */
    String name();

    /** How many rows it has. */
    int size();

    /** Whether a row, from 0, has no value. */
    boolean isMissing(int row);

    /**
     * The same column for some rows.
     *
     * @param rows from 0, in any order, also more than once
     */
    Feature rows(int[] rows);

    /** Whether it is numbers, one for each row. */
    default boolean isCompleteNumbers() {
        return this instanceof Numbers && missing().length == 0;
    }

    /** The rows without a value, rising. */
    default int[] missing() {
        return IntStream.range(0, size()).filter(this::isMissing).toArray();
    }

    /**
     * Numbers.
     *
     * @param x {@code [n]}; what is not finite is missing, NaN by custom
     */
    record Numbers(String name, double[] x) implements Feature {
        private static final long serialVersionUID = 1;

        @Override
        public int size() {
            return x.length;
        }

        @Override
        public boolean isMissing(int row) {
            return !Double.isFinite(x[row]);
        }

        @Override
        public Numbers rows(int[] rows) {
            return new Numbers(name, IntStream.of(rows).mapToDouble(r -> x[r]).toArray());
        }
    }

    /**
     * Words.
     *
     * @param codes {@code [n]}, indices into {@code labels}; −1 is missing
     * @param labels no two the same; some may have no row
     */
    record Levels(String name, int[] codes, List<String> labels) implements Feature {
        private static final long serialVersionUID = 1;

        public Levels {
            labels = List.copyOf(labels);
            int most = labels.size();
            if (Arrays.stream(codes).anyMatch(c -> c < -1 || c >= most)) {
                throw new IllegalArgumentException("Codes of " + name + " must be at least -1 and below " + most + ".");
            }
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public boolean isMissing(int row) {
            return codes[row] < 0;
        }

        /** Other words under the same codes; those that are new get codes behind them. */
        public Levels of(List<? extends @Nullable String> words) {
            Map<String, Integer> known = new LinkedHashMap<>();
            labels.forEach(label -> known.put(label, known.size()));
            int[] found = words.stream()
                    .mapToInt(w -> w == null ? -1 : known.computeIfAbsent(w, any -> known.size()))
                    .toArray();
            return new Levels(name, found, List.copyOf(known.keySet()));
        }

        @Override
        public Levels rows(int[] rows) {
            return new Levels(name, IntStream.of(rows).map(r -> codes[r]).toArray(), labels);
        }
    }
}
