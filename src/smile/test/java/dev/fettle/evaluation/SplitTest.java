package dev.fettle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Given;
import dev.fettle.evaluation.fold.Grouped;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Plain;
import dev.fettle.evaluation.fold.Shuffle;
import dev.fettle.evaluation.fold.Splitting;
import dev.fettle.evaluation.fold.Stratified;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.learner.Centroids;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a task is split, and what it says of it. */
class SplitTest {
    /** 70 of oak, 47 of elm, 3 of yew, in runs. */
    private static final Dataset TREES = trees();

    private static Dataset trees() {
        int[] y = IntStream.range(0, 120).map(i -> i < 70 ? 0 : i < 117 ? 1 : 2).toArray();
        double[] x = IntStream.range(0, 120).mapToDouble(i -> i % 7 + y[i]).toArray();
        return new Dataset(
                "trees",
                List.of(new Feature.Numbers("height", x)),
                "kind",
                new Dataset.Classes(y, List.of("oak", "elm", "yew")));
    }

    private static Task task(Holdout holdout, Splitting splitting) {
        return Task.of(TREES, holdout, splitting, new Centroids(), List.of(Metrics.ACCURACY), Map.of());
    }

    private static List<String> remarks(Splitting splitting) {
        return task(Holdout.NONE, splitting).remarks();
    }

    @Test
    void theUsualSplitOfManyRowsNeedsNoWords() {
        assertThat(remarks(new Stratified(3, Shuffle.NONE))).isEmpty();
    }

    @Test
    void aClassWithFewerRowsThanFoldsIsNamed() {
        assertThat(remarks(new Stratified(5, Shuffle.NONE)))
                .containsExactly("Class yew has 3 rows, fewer than 5 folds: 2 of them test none of it.");
        assertThat(remarks(new Splitting.LeaveOneOut())).containsExactly("Split into leave-one-out folds.");
    }

    @Test
    void anUnusualSplitIsTold() {
        assertThat(remarks(new Grouped(
                        3,
                        false,
                        "site",
                        IntStream.range(0, 120).map(i -> i % 5).toArray())))
                .first()
                .isEqualTo("Split into 3 folds of groups by site.");
        assertThat(remarks(new Stratified(3, new Shuffle(10, 42))))
                .containsExactly(
                        "Split into 3 stratified folds, 10 times, shuffled by seed 42.",
                        "Rows are tested by several of the 30 folds, so the standard errors are too small.");
    }

    @Test
    void aTestWithoutItsShareOfARareClassIsToldUnlessItIsStratified() {
        Splitting splitting = new Stratified(2, Shuffle.NONE);
        Task drawn = task(Holdout.of(0.2, 42), splitting);
        long kept = IntStream.of(Holdout.split(120, 0.2, 42).test())
                .filter(r -> r >= 117)
                .count();
        assertThat(drawn.remarks())
                .contains("The test rows are not stratified: among them are " + kept + " of 3 rows of yew.");
        Task stratified = task(Holdout.of(0.2, 42).stratify(), splitting);
        assertThat(stratified.remarks()).isEmpty();
        assertThat(stratified.test()).isNotNull().extracting(Dataset::rows).isEqualTo(24);
    }

    @Test
    void aFoldThatTrainsOnOneClassIsRefusedBeforeTheFirstFit() {
        int[] elms = IntStream.range(70, 100).toArray();
        Splitting mine = new Given("mine", Folds.of(new int[][][] {{elms, {0, 1}}}));
        assertThatThrownBy(() -> remarks(mine))
                .hasMessage("Fold (1 of 1) must train on at least 2 classes, and trains on elm alone."
                        + " Maybe other folds, stratified or shuffled.");
        assertThatThrownBy(() -> new CrossValidation(
                        TREES, Folds.plain(121, 3), new Centroids(), Map.of(), List.of(Metrics.ACCURACY)))
                .hasMessageContaining("Fold (3 of 3) must have row numbers from 0 to 119, not 120.");
    }

    @Test
    void aContinuedStudySharesTheKindOfFolds() {
        assertThat(task(Holdout.NONE, new Plain(3, Shuffle.once(1))).fingerprints())
                .containsEntry("folds", "3 plain folds, shuffled by seed 1");
        assertThat(task(Holdout.NONE, new Plain(3, Shuffle.once(2))).fingerprints())
                .containsEntry("folds", "3 plain folds, shuffled by seed 2");
    }
}
