package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs of neighbouring rows, the first n mod k one longer, or of shuffled ones: scikit-learn's KFold and RepeatedKFold. Row
 * numbers rise in every fold. Immutable, for any thread.
 *
 * @param k from 2 to the number of rows
 */
public record Plain(int k, Shuffle shuffle) implements Splitting {
    @Override
    public String describe() {
        return k + " plain folds" + shuffle.describe();
    }

    @Override
    public Folds folds(Dataset.Target target) {
        return folds(target.size());
    }

    @Override
    public Optional<Splitting> shuffled(long seed) {
        return Optional.of(new Plain(k, shuffle.by(seed)));
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        return new Plain(outer, shuffle.first());
    }

    Folds folds(int n) {
        Folds.atLeastTwo(k, n);
        Folds.fitMemory(shuffle.folds(k), n);
        return shuffle.deal(k, mix -> deal(n, mix));
    }

    private int[] deal(int n, Consumer<int[]> mix) {
        int[] order = IntStream.range(0, n).toArray();
        mix.accept(order);
        int[] fold = new int[n];
        int at = 0;
        for (int f = 0; f < k; f++) {
            int end = at + n / k + (f < n % k ? 1 : 0);
            while (at < end) {
                fold[order[at++]] = f;
            }
        }
        return fold;
    }
}
