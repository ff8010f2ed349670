package dev.fettle.data;

import dev.fettle.data.Roles.Learning;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns as targets: numbers may be classes or values. */
final class Targets {
    /** Of whole numbers with more values than this nobody wants classes, unless he says so. */
    static final int MOST_CLASSES = 20;

    /** Beyond 2⁵³ doubles have gaps. */
    private static final double WHOLE = 0x1p53;

    private Targets() {}

    /**
     * A complete column as a target.
     *
     * @param wanted what to make of it if both can be made; null for classes of at most twenty whole numbers
     */
    static Dataset.Target of(Feature column, @Nullable Learning wanted) {
        if (column instanceof Feature.Numbers numbers) {
            return of(numbers.x(), wanted);
        }
        Feature.Levels words = (Feature.Levels) column;
        Numerals numerals = Numerals.of(words);
        if (numerals.arePlain() && of(numerals.values(), wanted) instanceof Dataset.Values values) {
            return values;
        }
        return new Dataset.Classes(words.codes(), words.labels());
    }

    private static Dataset.Target of(double[] y, @Nullable Learning wanted) {
        double[] distinct = whole(y);
        boolean classes = wanted == null ? distinct.length <= MOST_CLASSES : wanted == Learning.CLASSIFY;
        if (distinct.length == 0 || !classes) {
            return new Dataset.Values(y);
        }
        List<String> labels =
                Arrays.stream(distinct).mapToObj(v -> Long.toString((long) v)).toList();
        int[] codes = Arrays.stream(y)
                .map(v -> v + 0.0)
                .mapToInt(v -> Arrays.binarySearch(distinct, v))
                .toArray();
        return new Dataset.Classes(codes, labels, true);
    }

    /** Two classes, in such an order that one of them is the second. */
    static Dataset.Classes positive(Dataset.Classes classes, String label) {
        List<String> labels = classes.labels();
        return labels.indexOf(label) == 1
                ? classes
                : new Dataset.Classes(
                        Arrays.stream(classes.y()).map(c -> 1 - c).toArray(),
                        List.of(labels.get(1), labels.get(0)),
                        classes.numeric());
    }

    /** The different ones, rising; none if one is not whole. */
    static double[] whole(double[] y) {
        boolean whole = Arrays.stream(y).allMatch(v -> v == StrictMath.rint(v) && Math.abs(v) <= WHOLE);
        // −0 is no other label than 0.
        return whole ? Arrays.stream(y).map(v -> v + 0.0).distinct().sorted().toArray() : new double[0];
    }
}
