package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import dev.fettle.data.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds whose numbers stand beside the rows: scikit-learn's PredefinedSplit. Each number but −1 is a fold, in rising order;
 * all rows of other numbers train. Immutable as long as nobody writes into the array; for any thread.
 *
 * @param column where the numbers are from, for messages
 * @param numbers {@code [n]}; −1 for a row that always trains
 */
public record Numbered(String column, int[] numbers) implements Splitting {
    @Override
    public String describe() {
        return "the folds of column " + column;
    }

    @Override
    public String fingerprint() {
        return describe() + " " + Fingerprint.of(numbers).orElseThrow();
    }

    @Override
    public Folds folds(Dataset.Target target) {
        int[] folds =
                IntStream.of(numbers).filter(f -> f != -1).sorted().distinct().toArray();
        boolean hasTraining = folds.length > 1 || IntStream.of(numbers).anyMatch(f -> f == -1);
        if (folds.length == 0 || !hasTraining) {
            throw new IllegalArgumentException(
                    "Folds (" + column + ") must have rows to test and others to train on; all"
                            + " rows have the number " + (folds.length == 0 ? -1 : folds[0]) + ".");
        }
        Folds.fitMemory(folds.length, numbers.length);
        List<Fold> all = new ArrayList<>();
        for (int f : folds) {
            all.add(Folds.testing(numbers, f));
        }
        return new Folds(all);
    }

    @Override
    public Splitting rows(int[] rows) {
        return new Numbered(column, IntStream.of(rows).map(r -> numbers[r]).toArray());
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        throw new IllegalArgumentException("Outer folds (" + outer + ") must be made of the rows, and the folds of "
                + column + " are given. Maybe leave --nested out.");
    }
}
