package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import dev.fettle.data.Fingerprint;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Folds of whole groups: no group both trains and tests in a fold. scikit-learn's GroupKFold, which gives the largest group
 * to the smallest fold, and StratifiedGroupKFold, which keeps the classes alike. Row numbers rise in every fold; rows kept for
 * a test are whole groups too. Immutable as long as nobody writes into the array; for any thread.
 *
 * @param k from 2 to the number of groups
 * @param stratified whether to keep the classes alike
 * @param column where the groups are from, for messages
 * @param groups {@code [n]} the group of each row, in any numbering; equal sizes are dealt in its order
 */
public record Grouped(int k, boolean stratified, String column, int[] groups) implements Splitting {
    @Override
    public String describe() {
        return k + (stratified ? " stratified" : "") + " folds of groups by " + column;
    }

    @Override
    public String fingerprint() {
        return describe() + " " + Fingerprint.of(groups).orElseThrow();
    }

    @Override
    public Folds folds(Dataset.Target target) {
        int[] names = IntStream.of(groups).sorted().distinct().toArray();
        if (k < 2 || k > names.length) {
            throw new IllegalArgumentException("Folds (" + k + ") must be at least 2 and at most the groups of "
                    + column + ", " + names.length + ".");
        }
        Folds.fitMemory(k, groups.length);
        int[] codes =
                IntStream.of(groups).map(g -> Arrays.binarySearch(names, g)).toArray();
        int[] foldOf = stratified ? new GroupStrata(k, codes, target).folds() : lightest(Stratified.counts(codes));
        return Folds.of(IntStream.of(codes).map(g -> foldOf[g]).toArray(), k);
    }

    /** The largest group first, each to the fold with the fewest rows; of equals the last group and the first fold. */
    private int[] lightest(int[] sizes) {
        int[] fold = new int[sizes.length];
        int[] rows = new int[k];
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer g) -> sizes[g])
                        .thenComparingInt(g -> g)
                        .reversed())
                .forEach(g -> {
                    int least = IntStream.range(0, k)
                            .reduce((a, b) -> rows[b] < rows[a] ? b : a)
                            .orElseThrow();
                    rows[least] += sizes[g];
                    fold[g] = least;
                });
        return fold;
    }

    @Override
    public Fold holdout(Holdout holdout, Dataset.Target target) {
        return holdout.groups(groups);
    }

    @Override
    public Splitting rows(int[] rows) {
        return new Grouped(
                k, stratified, column, IntStream.of(rows).map(r -> groups[r]).toArray());
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        return new Grouped(outer, stratified, column, groups);
    }
}
