package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows in the order of time, each fold of which tests what comes after its training rows: scikit-learn's TimeSeriesSplit. The
 * last k runs of ⌊n / (k + 1)⌋ rows are tested in turn; all rows before them train, except for a gap. Rows kept for a test are
 * the last ones, behind a gap too.
 * Immutable, for any thread.
 *
 * @param k at least 2
 * @param gap rows that are left out between training and test, at least 0
 */
public record TimeSeries(int k, int gap) implements Splitting {
    @Override
    public String describe() {
        return k + " folds in the order of time" + (gap == 0 ? "" : ", gap " + gap);
    }

    @Override
    public Folds folds(Dataset.Target target) {
        int n = target.size();
        if (k < 2 || k >= n) {
            throw new IllegalArgumentException("Folds (" + k + ") must be at least 2 and below the rows, " + n + ".");
        }
        Folds.fitMemory(k, n);
        int tests = n / (k + 1);
        int first = n - k * tests;
        if (gap < 0 || gap >= first) {
            throw new IllegalArgumentException("Gap (" + gap + ") must be at least 0 and below the " + first
                    + " rows before the first that are tested.");
        }
        List<Fold> folds = new ArrayList<>();
        for (int start = first; start < n; start += tests) {
            folds.add(new Fold(
                    IntStream.range(0, start - gap).toArray(),
                    IntStream.range(start, start + tests).toArray()));
        }
        return new Folds(folds);
    }

    @Override
    public Fold holdout(Holdout holdout, Dataset.Target target) {
        return holdout.last(target.size(), gap);
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        return new TimeSeries(outer, gap);
    }
}
