package dev.fettle.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for folds of any rows. */
class FoldLawsTest {
    private static final int VECTORS = 10_000;

    /** Up to five uneven classes; the first has at least k rows. */
    private static int[] labels(SplittableRandom random, int k) {
        int classes = random.nextInt(1, 6);
        int[] y = IntStream.range(0, k + random.nextInt(60))
                .map(i -> i < k ? 0 : Math.min(random.nextInt(classes), random.nextInt(classes)))
                .toArray();
        new MersenneTwister(random.nextLong()).shuffle(y);
        return y;
    }

    @Test
    void stratifiedFoldsTestEachRowOnceInEqualSharesOfEachClass() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < VECTORS; i++) {
            int k = random.nextInt(2, 8);
            int[] y = labels(random, k);
            Folds folds = new Stratified(k, random.nextBoolean() ? Shuffle.NONE : Shuffle.once(i)).folds(y);
            assertThat(folds.size()).isEqualTo(k);
            assertPartition(folds, y.length);
            for (int c = 0; c < 5; c++) {
                int label = c;
                assertThat(spread(folds, r -> y[r] == label)).isBetween(0L, 1L);
            }
        }
    }

    @Test
    void plainFoldsTestEachRowOnceInEqualShares() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < VECTORS; i++) {
            int k = random.nextInt(2, 8);
            int n = k + random.nextInt(60);
            assertPartition(new Plain(k, random.nextBoolean() ? Shuffle.NONE : Shuffle.once(i)).folds(n), n);
        }
    }

    private static void assertPartition(Folds folds, int n) {
        assertThat(folds.problems(n)).isEmpty();
        assertThat(folds.folds().stream()
                        .flatMapToInt(f -> IntStream.of(f.test()))
                        .sorted()
                        .toArray())
                .isEqualTo(IntStream.range(0, n).toArray());
        assertThat(folds.folds()).allMatch(f -> f.train().length + f.test().length == n);
        assertThat(spread(folds, r -> true)).isBetween(0L, 1L);
    }

    /** By how many of some rows the fold that tests most differs from the one that tests fewest. */
    private static long spread(Folds folds, IntPredicate rows) {
        long[] counts = folds.folds().stream()
                .mapToLong(f -> IntStream.of(f.test()).filter(rows).count())
                .sorted()
                .toArray();
        return counts[counts.length - 1] - counts[0];
    }

    @Test
    void eachRepeatIsAPartitionOfItsOwn() {
        int[] y = labels(new SplittableRandom(1), 4);
        Folds folds = new Stratified(4, new Shuffle(3, 9)).folds(y);
        assertThat(folds.size()).isEqualTo(12);
        for (int r = 0; r < 12; r += 4) {
            assertPartition(new Folds(folds.folds().subList(r, r + 4)), y.length);
        }
        assertThat(folds.folds().stream().map(f -> Arrays.toString(f.test()))).doesNotHaveDuplicates();
    }

    @Test
    void noGroupIsOnBothSidesOfAFoldOrOfATest() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            int[] groups = random.ints(40, 0, 9).toArray();
            Dataset.Target target = new Dataset.Classes(random.ints(40, 0, 2).toArray(), List.of("a", "b"));
            Splitting splitting = new Grouped(3, random.nextBoolean(), "site", groups);
            Fold test = splitting.holdout(Holdout.of(0.3, i), target);
            assertForeign(test, groups);
            Splitting others = splitting.rows(test.train());
            int[] left = IntStream.of(test.train()).map(r -> groups[r]).toArray();
            others.folds(target.rows(test.train())).folds().forEach(fold -> assertForeign(fold, left));
        }
    }

    private static void assertForeign(Fold fold, int[] groups) {
        assertThat(IntStream.of(fold.train()).map(r -> groups[r]).distinct().toArray())
                .isNotEmpty()
                .doesNotContain(IntStream.of(fold.test()).map(r -> groups[r]).toArray());
    }

    @Test
    void timeNeverTrainsOnWhatComesAfterItsTest() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            int gap = random.nextInt(4);
            Dataset.Target target = new Dataset.Values(new double[random.nextInt(30, 90)]);
            for (Fold fold :
                    new TimeSeries(random.nextInt(2, 6), gap).folds(target).folds()) {
                assertThat(fold.train()[fold.train().length - 1] + gap + 1).isEqualTo(fold.test()[0]);
            }
        }
    }
}
