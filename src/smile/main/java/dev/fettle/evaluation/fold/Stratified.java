package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Folds with their share of each class: scikit-learn's StratifiedKFold and RepeatedStratifiedKFold. The sorted labels are
 * dealt to the folds in turn, which fixes how many rows of each class a fold tests; each class then fills the folds in row
 * order, or shuffled. A class with fewer rows than folds is not tested by all of them. Row numbers rise in every fold.
 * Immutable, for any thread.
 *
 * @param k from 2 to the rows of the largest class
 */
public record Stratified(int k, Shuffle shuffle) implements Splitting {
    @Override
    public String describe() {
        return k + " stratified folds" + shuffle.describe();
    }

    @Override
    public Folds folds(Dataset.Target target) {
        return folds(classes(target).y());
    }

    @Override
    public Optional<Splitting> shuffled(long seed) {
        return Optional.of(new Stratified(k, shuffle.by(seed)));
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        return new Stratified(outer, shuffle.first());
    }

    Folds folds(int[] y) {
        Folds.atLeastTwo(k, y.length);
        Folds.fitMemory(shuffle.folds(k), y.length);
        int[] codes = byAppearance(y);
        check(k, counts(codes));
        return shuffle.deal(k, mix -> deal(codes, mix));
    }

    /** The classes of a target that has them. */
    static Dataset.Classes classes(Dataset.Target target) {
        if (target instanceof Dataset.Classes classes) {
            return classes;
        }
        throw new IllegalArgumentException(
                "Folds (stratified) must have classes as their target, not values. Maybe plain.");
    }

    /** Refuses what scikit-learn refuses: that every class has fewer rows than there are folds. */
    static void check(int k, int[] counts) {
        int most = Arrays.stream(counts).max().orElse(0);
        if (most < k) {
            throw new IllegalArgumentException(
                    "Folds (" + k + ") must be at most the rows of the largest class, " + most + ".");
        }
    }

    /** scikit-learn numbers the classes by first appearance before it deals them. */
    private static int[] byAppearance(int[] y) {
        Map<Integer, Integer> codes = new HashMap<>();
        return IntStream.of(y)
                .map(c -> codes.computeIfAbsent(c, next -> codes.size()))
                .toArray();
    }

    /** How often each number from 0 stands there. */
    static int[] counts(int[] codes) {
        int[] counts = new int[IntStream.of(codes).max().orElse(-1) + 1];
        for (int c : codes) {
            counts[c]++;
        }
        return counts;
    }

    /** The fold of each row. */
    private int[] deal(int[] codes, Consumer<int[]> mix) {
        int[] counts = counts(codes);
        int[][] shares = new int[counts.length][];
        int before = 0;
        for (int c = 0; c < counts.length; c++) {
            // In the sorted labels, place i goes to fold i mod k.
            shares[c] = IntStream.range(before, before + counts[c])
                    .map(i -> i % k)
                    .sorted()
                    .toArray();
            mix.accept(shares[c]);
            before += counts[c];
        }
        int[] fold = new int[codes.length];
        int[] given = new int[counts.length];
        for (int i = 0; i < fold.length; i++) {
            fold[i] = shares[codes[i]][given[codes[i]]++];
        }
        return fold;
    }
}
