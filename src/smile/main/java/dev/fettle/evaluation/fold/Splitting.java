package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.io.Serializable;
import java.util.Optional;

/**
 * How rows are to be split into folds, before the rows themselves are looked at. Immutable as long as nobody writes into the
 * arrays, which are shared; for any thread.
 *
 * <pre>{@code
 * Dataset iris = Bundled.dataset("iris", null);
 * Splitting tenTimes = new Stratified(5, new Shuffle(10, 42));
 * int folds = tenTimes.folds(iris.target()).size();  // 50
 * }</pre>
 */
public sealed interface Splitting extends Serializable
        permits Stratified, Plain, Grouped, TimeSeries, Splitting.LeaveOneOut, Numbered, Given {
    /** What scikit-learn means by {@code cv=k}: stratified for classes, else plain, the rows as they stand. */
    static Splitting of(int k, Dataset.Target target) {
        return target instanceof Dataset.Classes ? new Stratified(k, Shuffle.NONE) : new Plain(k, Shuffle.NONE);
    }

    /** In words: "5 stratified folds". */
    String describe();

    /** Equal for splittings that make the same folds of the same data, on every machine. */
    default String fingerprint() {
        return describe();
    }

    /**
     * The folds of rows with this target.
     *
     * @throws IllegalArgumentException if there are none, with the reason as a sentence
     */
    Folds folds(Dataset.Target target);

    /**
     * The rows that are kept for a test, so that they are as foreign to the others as a fold is.
     *
     * @throws IllegalArgumentException if they cannot be kept, with the reason as a sentence
     */
    default Fold holdout(Holdout holdout, Dataset.Target target) {
        return holdout.split(target);
    }

    /**
     * Folds of the same kind, so many and once, whose training rows can be split by this again: the outer ones of a nested cross-validation.
     *
     * @param target of all rows
     * @throws IllegalArgumentException if the folds are not made of the rows, with the reason as a sentence
     */
    Splitting outer(int k, Dataset.Target target);

    /** The same folds of rows that are shuffled by another seed; empty where the rows are not dealt at random. */
    default Optional<Splitting> shuffled(long seed) {
        return Optional.empty();
    }

    /** The same for some of the rows, from 0. */
    default Splitting rows(int[] rows) {
        return this;
    }

    /**
     * As many folds as rows, each of which tests one: scikit-learn's LeaveOneOut. Their row numbers take 4 n² bytes, so that there are none of
     * more than 14142 rows.
     */
    record LeaveOneOut() implements Splitting {
        @Override
        public String describe() {
            return "leave-one-out folds";
        }

        @Override
        public Folds folds(Dataset.Target target) {
            return Folds.plain(target.size(), target.size());
        }

        @Override
        public Splitting outer(int k, Dataset.Target target) {
            return Splitting.of(k, target);
        }
    }
}
