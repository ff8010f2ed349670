package dev.fettle.evaluation.fold;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Splits for cross-validation, made once per study so that every trial is scored on the same rows. A row may be tested by
 * none of them, or by several where folds are repeated. Immutable, for any thread.
 *
 * <pre>{@code
 * Folds folds = Folds.stratified(new int[] {1, 1, 0, 0, 0}, 2);
 * int[] first = folds.folds().get(0).test();  // 0, 2, 3: row numbers, rising
 * }</pre>
 *
 * @param folds at least one
 */
public record Folds(List<Fold> folds) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Row numbers of all folds together: 800 MB. */
    private static final long MOST_NUMBERS = 200_000_000;

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

    /** {@link Stratified} folds of rows as they stand. */
    public static Folds stratified(int[] y, int k) {
        return new Stratified(k, Shuffle.NONE).folds(y);
    }

    /** {@link Plain} folds of rows as they stand. */
    public static Folds plain(int n, int k) {
        return new Plain(k, Shuffle.NONE).folds(n);
    }

    /**
     * Folds as arrays.
     *
     * @param rows {@code [folds][2][]} the rows that train, then those that test, from 0
     * @throws IllegalArgumentException if there is no fold, or one does not have two parts
     */
    public static Folds of(int[][][] rows) {
        for (int f = 0; f < rows.length; f++) {
            if (rows[f].length != 2) {
                throw new IllegalArgumentException("Fold (" + (f + 1) + " of " + rows.length
                        + ") must have two parts, the rows that train and those that test, not " + rows[f].length
                        + ".");
            }
        }
        return new Folds(
                Arrays.stream(rows).map(parts -> new Fold(parts[0], parts[1])).toList());
    }

    /** Of each of {@code k} folds the rows that have its number. */
    static Folds of(int[] number, int k) {
        return new Folds(IntStream.range(0, k).mapToObj(f -> testing(number, f)).toList());
    }

    /** Tests the rows that have a number, and trains on all others. */
    static Fold testing(int[] number, int f) {
        return new Fold(
                IntStream.range(0, number.length).filter(i -> number[i] != f).toArray(),
                IntStream.range(0, number.length).filter(i -> number[i] == f).toArray());
    }

    static void atLeastTwo(int k, int n) {
        if (k < 2 || k > n) {
            throw new IllegalArgumentException("Folds (" + k + ") must be at least 2 and at most the rows, " + n + ".");
        }
    }

    /** Refuses folds whose row numbers would not fit into the memory of most machines. */
    static void fitMemory(long k, int n) {
        if (k * n > MOST_NUMBERS) {
            throw new IllegalArgumentException("Folds (" + k + ") must be at most " + MOST_NUMBERS / n + " for " + n
                    + " rows, so that their row numbers fit into memory. Maybe --cv 10.");
        }
    }

    /** What is wrong with them for so many rows, a sentence for each fold with a mistake. */
    public List<String> problems(int rows) {
        List<String> problems = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            String subject = "Fold (" + (f + 1) + " of " + folds.size() + ") must ";
            folds.get(f).problem(rows).map(subject::concat).ifPresent(problems::add);
        }
        return problems;
    }

    /**
     * Why rows of classes cannot be learnt from: a fold that trains on one class alone, as a sentence.
     *
     * @param y {@code [n]} indices into {@code labels}
     */
    public Optional<String> oneClass(int[] y, List<String> labels) {
        for (int f = 0; f < folds.size(); f++) {
            int[] train = folds.get(f).train();
            if (IntStream.of(train).allMatch(r -> y[r] == y[train[0]])) {
                return Optional.of("Fold (" + (f + 1) + " of " + folds.size()
                        + ") must train on at least 2 classes, and trains on " + labels.get(y[train[0]])
                        + " alone. Maybe other folds, stratified or shuffled.");
            }
        }
        return Optional.empty();
    }
}
