package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows kept for one honest look at the end: scikit-learn's {@code train_test_split(…, random_state=seed)}, row for row.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * Fold split = Holdout.split(150, 0.2, 42);
 * int kept = split.test().length;  // 30
 * }</pre>
 *
 * @param share of the rows to keep for the test, in (0, 1), rounded up; 0 for none
 * @param stratified whether each class keeps its share
 * @param seed its low 32 bits are numpy's {@code random_state}
 */
public record Holdout(double share, boolean stratified, long seed) {
    /** No row is kept. */
    public static final Holdout NONE = new Holdout(0, false, 0);

    /** A share of the rows, whatever their classes. */
    public static Holdout of(double share, long seed) {
        return new Holdout(share, false, seed);
    }

    /** The same with its share of each class. */
    public Holdout stratify() {
        return new Holdout(share, true, seed);
    }

    /**
     * Splits {@code n} rows.
     *
     * @param fraction of the rows to keep for the test, in (0, 1); rounded up
     * @param seed its low 32 bits are numpy's {@code random_state}
     * @return test and train rows in numpy's order, not sorted
     * @throws IllegalArgumentException if no row is left for training
     */
    public static Fold split(int n, double fraction, long seed) {
        check(problem(n, fraction));
        return drawn(n, tests(n, fraction), seed);
    }

    private static Fold drawn(int n, int tests, long seed) {
        int[] order = new MersenneTwister(seed).permutation(n);
        return new Fold(Arrays.copyOfRange(order, tests, n), Arrays.copyOfRange(order, 0, tests));
    }

    /** What is wrong with keeping a share of {@code n} rows, as a sentence; empty if nothing is. */
    public static Optional<String> problem(int n, double fraction) {
        return problem(n, fraction, 2, "rows");
    }

    private static Optional<String> problem(int n, double fraction, int others, String what) {
        int tests = tests(n, fraction);
        return fraction > 0 && tests >= 1 && tests <= n - others
                ? Optional.empty()
                : Optional.of("Test share (" + fraction + ") must leave " + what + " on both sides of " + n + ".");
    }

    private static int tests(int n, double fraction) {
        return (int) StrictMath.ceil(n * fraction);
    }

    private static void check(Optional<String> of) {
        of.ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Rows with this target: as {@code stratify=y} does in scikit-learn, if so wished. */
    Fold split(Dataset.Target target) {
        int n = target.size();
        check(problem(n, share));
        return stratified ? new StratifiedHoldout(target, tests(n, share)).split(seed) : split(n, share, seed);
    }

    /** Whole groups, a share of their number: scikit-learn's GroupShuffleSplit. Row numbers rise. */
    Fold groups(int[] groups) {
        notStratified("of whole groups");
        int[] names = IntStream.of(groups).sorted().distinct().toArray();
        check(problem(names.length, share, 1, "groups"));
        int[] kept = IntStream.of(
                        drawn(names.length, tests(names.length, share), seed).test())
                .map(g -> names[g])
                .sorted()
                .toArray();
        return Folds.testing(
                IntStream.of(groups)
                        .map(g -> Arrays.binarySearch(kept, g) >= 0 ? 1 : 0)
                        .toArray(),
                1);
    }

    /** The last rows, in their order; of those before them all train but a gap. */
    Fold last(int n, int gap) {
        notStratified("in the order of time");
        check(problem(n, share));
        int first = n - tests(n, share);
        if (gap < 0 || gap > first - 2) {
            throw new IllegalArgumentException(
                    "Gap (" + gap + ") must be at least 0 and leave 2 of the " + first + " rows before the test.");
        }
        return new Fold(
                IntStream.range(0, first - gap).toArray(),
                IntStream.range(first, n).toArray());
    }

    private void notStratified(String what) {
        if (stratified) {
            throw new IllegalArgumentException(
                    "Test share (" + share + ") must not be stratified where folds are " + what + ".");
        }
    }
}
