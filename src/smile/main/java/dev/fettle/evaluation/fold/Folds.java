package dev.fettle.evaluation.fold;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits for cross-validation, made once per study so that every trial is scored on the same rows. Immutable, for any thread.
 *
 * <pre>{@code
 * Folds folds = Folds.stratified(new int[] {1, 1, 0, 0, 0}, 2);
 * int[] first = folds.folds().get(0).test();  // 0, 2, 3: row numbers, rising
 * }</pre>
 *
 * @param folds at least one; no row is tested by two of them
 */
public record Folds(List<Fold> folds) implements Serializable {
    private static final long serialVersionUID = 1;

    public Folds {
        folds = List.copyOf(folds);
        if (folds.isEmpty()) {
            throw new IllegalArgumentException("Folds (0) must be at least 1.");
        }
    }

    /** How many there are. */
    public int size() {
        return folds.size();
    }

    /** Names the random choices on a fold, from 0: the same in every trial whose seed is the same. */
    public static Seed seed(long trial, int fold) {
        return new Seed(trial).child("fold").child(fold);
    }

    /**
     * scikit-learn's StratifiedKFold without shuffling: the sorted labels are dealt to the folds in turn, which fixes how
     * many rows of each class a fold tests; each class then fills the folds in row order.
     *
     * @param y {@code [n]} classes, in any numbering
     * @param k at least 2
     * @return folds whose row numbers rise, training and test
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
     * @return folds whose row numbers rise, training and test
     * @throws IllegalArgumentException if there are fewer rows than folds
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
