package dev.fettle.evaluation.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Splits for cross-validation, made once per study so that every trial is scored on the same rows. */
public record Folds(List<Fold> folds) {
    public Folds {
        folds = List.copyOf(folds);
    }

    public int size() {
        return folds.size();
    }

    /**
     * scikit-learn's StratifiedKFold without shuffling: the sorted labels are dealt to the folds in turn, which fixes how
     * many rows of each class a fold tests; each class then fills the folds in row order.
     *
     * @param y classes, in any numbering
     * @param k at least 2
     * @throws IllegalArgumentException if a class has fewer rows than there are folds
     */
    public static Folds stratified(int[] y, int k) {
        atLeastTwo(k, y.length);
        // scikit-learn numbers the classes by first appearance before it deals them.
        int[] seen = IntStream.of(y).distinct().toArray();
        int[] codes = IntStream.of(y).map(c -> indexOf(seen, c)).toArray();
        int[] sorted = IntStream.of(codes).sorted().toArray();
        int[][] quota = new int[k][seen.length];
        for (int i = 0; i < sorted.length; i++) {
            quota[i % k][sorted[i]]++;
        }
        long fewest = IntStream.range(0, seen.length)
                .mapToLong(c -> IntStream.of(codes).filter(v -> v == c).count())
                .min()
                .orElse(0);
        if (fewest < k) {
            throw new IllegalArgumentException(
                    "Folds (" + k + ") must be at most the rows of the smallest class, " + fewest + ".");
        }
        int[] fold = new int[y.length];
        for (int c = 0; c < seen.length; c++) {
            int at = 0;
            for (int i = 0; i < y.length; i++) {
                if (codes[i] == c) {
                    while (quota[at][c] == 0) {
                        at++;
                    }
                    quota[at][c]--;
                    fold[i] = at;
                }
            }
        }
        return of(fold, k);
    }

    /**
     * scikit-learn's KFold without shuffling: runs of neighbouring rows, the first n mod k one longer.
     *
     * @param n rows, at least k
     * @param k at least 2
     */
    public static Folds plain(int n, int k) {
        atLeastTwo(k, n);
        int[] fold = new int[n];
        int row = 0;
        for (int f = 0; f < k; f++) {
            int size = n / k + (f < n % k ? 1 : 0);
            for (int i = 0; i < size; i++) {
                fold[row++] = f;
            }
        }
        return of(fold, k);
    }

    private static void atLeastTwo(int k, int n) {
        if (k < 2 || k > n) {
            throw new IllegalArgumentException("Folds (" + k + ") must be at least 2 and at most the rows, " + n + ".");
        }
    }

    private static Folds of(int[] fold, int k) {
        List<Fold> folds = new ArrayList<>();
        for (int f = 0; f < k; f++) {
            int number = f;
            folds.add(new Fold(
                    IntStream.range(0, fold.length)
                            .filter(i -> fold[i] != number)
                            .toArray(),
                    IntStream.range(0, fold.length)
                            .filter(i -> fold[i] == number)
                            .toArray()));
        }
        return new Folds(folds);
    }

    private static int indexOf(int[] values, int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        throw new IllegalStateException("Class " + value + " must have been seen.");
    }
}
