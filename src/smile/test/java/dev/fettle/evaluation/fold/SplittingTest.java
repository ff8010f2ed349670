package dev.fettle.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.data.Dataset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplittingTest {
    private static final Dataset.Target VALUES = new Dataset.Values(new double[10]);
    private static final Dataset.Classes CLASSES =
            new Dataset.Classes(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 2}, List.of("oak", "elm", "yew"));
    private static final int[] SITES = {3, 3, 3, 5, 5, 5, 8, 8, 8, 8};

    private static void refused(Splitting splitting, Dataset.Target target, String message) {
        assertThatThrownBy(() -> splitting.folds(target)).hasMessage(message);
    }

    @Test
    void theUsualFoldsAreStratifiedForClassesAlone() {
        assertThat(Splitting.of(3, CLASSES)).isEqualTo(new Stratified(3, Shuffle.NONE));
        assertThat(Splitting.of(3, VALUES)).isEqualTo(new Plain(3, Shuffle.NONE));
    }

    @Test
    void rareClassesAreTestedBySomeFoldsAndRefusedOnlyIfAllAreRare() {
        assertThat(Splitting.of(6, CLASSES).folds(CLASSES).size()).isEqualTo(6);
        refused(Splitting.of(7, CLASSES), CLASSES, "Folds (7) must be at most the rows of the largest class, 6.");
        refused(
                new Grouped(7, true, "row", IntStream.range(0, 10).toArray()),
                CLASSES,
                "Folds (7) must be at most the rows of the largest class, 6.");
    }

    @Test
    void whatTheRowsDoNotHaveIsRefused() {
        refused(
                new Stratified(3, Shuffle.NONE),
                VALUES,
                "Folds (stratified) must have classes as their target, not values. Maybe plain.");
        refused(new Plain(11, Shuffle.NONE), VALUES, "Folds (11) must be at least 2 and at most the rows, 10.");
        refused(
                new Grouped(4, false, "site", SITES),
                CLASSES,
                "Folds (4) must be at least 2 and at most the groups of site, 3.");
        refused(new TimeSeries(10, 0), VALUES, "Folds (10) must be at least 2 and below the rows, 10.");
        refused(
                new TimeSeries(4, 2),
                VALUES,
                "Gap (2) must be at least 0 and below the 2 rows before the first that are tested.");
        assertThat(new TimeSeries(4, 1).folds(VALUES).size()).isEqualTo(4);
        assertThat(new TimeSeries(9, 0).folds(VALUES).folds().get(0).train()).containsExactly(0);
    }

    @Test
    void numbersBesideTheRowsAreFoldsAndMinusOneAlwaysTrains() {
        int[] numbers = {7, -1, 2, 7, 2, -1, 2, 2, 2, 2};
        Folds folds = new Numbered("fold", numbers).folds(VALUES);
        assertThat(folds.size()).isEqualTo(2);
        assertThat(folds.folds().get(1).test()).containsExactly(0, 3);
        assertThat(folds.folds().get(0).train()).containsExactly(0, 1, 3, 5);
        Folds some = new Numbered("fold", numbers).rows(new int[] {1, 2, 3}).folds(VALUES.rows(new int[3]));
        assertThat(some.folds().get(0).test()).containsExactly(1);
        String message = "Folds (fold) must have rows to test and others to train on; all rows have the number ";
        refused(new Numbered("fold", new int[10]), VALUES, message + "0.");
        refused(new Numbered("fold", new int[] {-1, -1}), VALUES.rows(new int[2]), message + "-1.");
    }

    /** Their row numbers would take gigabytes; the refusal comes before any is made. */
    @Test
    void foldsOfMoreRowNumbersThanMemoryHoldsAreRefused() {
        int n = 100_000;
        Dataset.Target values = new Dataset.Values(new double[n]);
        int[] rows = IntStream.range(0, n).toArray();
        String message = "Folds (100000) must be at most 2000 for 100000 rows, so that their row numbers fit into"
                + " memory. Maybe --cv 10.";
        refused(new Splitting.LeaveOneOut(), values, message);
        refused(new Plain(n, Shuffle.NONE), values, message);
        refused(new Plain(50_000, new Shuffle(2, 1)), values, message);
        refused(new Numbered("fold", rows), values, message);
        refused(new Grouped(n, false, "row", rows), values, message);
        Dataset.Target classes = new Dataset.Classes(new int[n], List.of("oak"));
        refused(new Stratified(n, Shuffle.NONE), classes, message);
        refused(new TimeSeries(n - 1, 0), values, message.replace("(100000)", "(99999)"));
    }

    @Test
    void oneOfEachRowIsLeftOut() {
        Folds folds = new Splitting.LeaveOneOut().folds(VALUES);
        assertThat(folds.size()).isEqualTo(10);
        assertThat(folds.folds().get(9).train()).isEqualTo(IntStream.range(0, 9).toArray());
    }

    @Test
    void foldsOfOnesOwnAreCheckedAgainstTheRows() {
        int[][][] rows = {{{0, 1}, {2}}, {{0, 1}, {2, 1}}, {{0, 10}, {2}}, {{-3, 1}, {2}}, {{}, {2}}, {{2}, {}}};
        refused(new Given("mine", Folds.of(rows)), VALUES, """
                Fold (2 of 6) must have each row once, to train on or to test, and has row 1 twice.
                Fold (3 of 6) must have row numbers from 0 to 9, not 10.
                Fold (4 of 6) must have row numbers from 0 to 9, not -3.
                Fold (5 of 6) must have rows to train on, and has none.
                Fold (6 of 6) must have rows to test, and has none.""");
        Folds good = Folds.of(new int[][][] {{{9, 1}, {2}}, {{0, 1}, {2, 3}}});
        assertThat(new Given("mine", good).folds(VALUES)).isSameAs(good);
        assertThatThrownBy(() -> Folds.of(new int[][][] {{{1}, {2}}, {{1}}}))
                .hasMessage("Fold (2 of 2) must have two parts, the rows that train and those that test, not 1.");
        assertThatThrownBy(() -> new Given("mine", good).holdout(Holdout.of(0.2, 1), VALUES))
                .hasMessage("Test share (0.2) must be 0 beside the folds of mine, which are folds of all rows."
                        + " Maybe data without the rows to test.");
    }

    @Test
    void rowsKeptForATestFollowTheFolds() {
        Holdout third = Holdout.of(0.3, 7);
        assertThat(new TimeSeries(2, 0).holdout(third, VALUES).test()).containsExactly(7, 8, 9);
        assertThat(new TimeSeries(2, 0).holdout(third, VALUES).train()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(new TimeSeries(2, 5).holdout(third, VALUES).test()).containsExactly(7, 8, 9);
        assertThat(new TimeSeries(2, 5).holdout(third, VALUES).train()).containsExactly(0, 1);
        for (int gap : new int[] {-1, 6}) {
            assertThatThrownBy(() -> new TimeSeries(2, gap).holdout(third, VALUES))
                    .hasMessage("Gap (" + gap + ") must be at least 0 and leave 2 of the 7 rows before the test.");
        }
        assertThat(SITES[
                        new Grouped(2, false, "site", SITES)
                                .holdout(third, CLASSES)
                                .test()[0]])
                .isIn(3, 5, 8);
        assertThat(Splitting.of(2, VALUES).holdout(third, VALUES).test())
                .isEqualTo(Holdout.split(10, 0.3, 7).test());
        assertThatThrownBy(() -> new TimeSeries(2, 0).holdout(third.stratify(), CLASSES))
                .hasMessage("Test share (0.3) must not be stratified where folds are in the order of time.");
        assertThatThrownBy(() -> new Grouped(2, true, "site", SITES).holdout(third.stratify(), CLASSES))
                .hasMessage("Test share (0.3) must not be stratified where folds are of whole groups.");
        assertThatThrownBy(() -> new Grouped(2, true, "site", SITES).holdout(Holdout.of(0.9, 1), CLASSES))
                .hasMessage("Test share (0.9) must leave groups on both sides of 3.");
    }

    @Test
    void aStratifiedTestHasRoomForEachClass() {
        Splitting splitting = Splitting.of(2, CLASSES);
        assertThatThrownBy(() -> splitting.holdout(Holdout.of(0.3, 1).stratify(), CLASSES))
                .hasMessage("Class (yew) must have at least 2 rows for a stratified test, and has one.");
        Dataset.Target two = CLASSES.rows(IntStream.range(0, 9).toArray());
        assertThatThrownBy(() -> splitting.holdout(Holdout.of(0.1, 1).stratify(), two))
                .hasMessage("Test share (1 of 9 rows) must leave a row of each of the 2 classes on both sides.");
        Fold fold = splitting.holdout(Holdout.of(1.0 / 3, 1).stratify(), two);
        assertThat(IntStream.of(fold.test()).filter(r -> r > 5)).hasSize(1);
    }

    @Test
    void aFoldThatTrainsOnOneClassAloneIsNamed() {
        Folds folds = Folds.of(new int[][][] {{{0, 6}, {1}}, {{6, 7, 8}, {1}}});
        assertThat(folds.oneClass(CLASSES.y(), CLASSES.labels()))
                .hasValue("Fold (2 of 2) must train on at least 2 classes, and trains on elm alone."
                        + " Maybe other folds, stratified or shuffled.");
        assertThat(Splitting.of(3, CLASSES).folds(CLASSES).oneClass(CLASSES.y(), CLASSES.labels()))
                .isEmpty();
    }

    @Test
    void fingerprintsDifferWhereFoldsMay() {
        Folds one = Folds.of(new int[][][] {{{0}, {1}}});
        Folds other = Folds.of(new int[][][] {{{1}, {0}}});
        List<Splitting> all = List.of(
                new Stratified(3, Shuffle.NONE),
                new Stratified(4, Shuffle.NONE),
                new Stratified(3, Shuffle.once(1)),
                new Stratified(3, Shuffle.once(2)),
                new Stratified(3, new Shuffle(2, 1)),
                new Plain(3, Shuffle.NONE),
                new Grouped(3, false, "site", SITES),
                new Grouped(3, true, "site", SITES),
                new Grouped(3, false, "site", new int[10]),
                new TimeSeries(3, 0),
                new TimeSeries(3, 1),
                new Splitting.LeaveOneOut(),
                new Numbered("fold", SITES),
                new Numbered("fold", new int[10]),
                new Given("mine", one),
                new Given("mine", other));
        assertThat(all.stream().map(Splitting::fingerprint)).doesNotHaveDuplicates();
        assertThat(new Grouped(3, false, "site", SITES.clone()).fingerprint())
                .isEqualTo(new Grouped(3, false, "site", SITES).fingerprint());
        Set<String> words = Stream.of(all.get(0), all.get(2), all.get(4), all.get(7), all.get(10), all.get(12))
                .map(Splitting::describe)
                .collect(Collectors.toSet());
        assertThat(words)
                .containsExactlyInAnyOrder(
                        "3 stratified folds",
                        "3 stratified folds, shuffled by seed 1",
                        "3 stratified folds, 2 times, shuffled by seed 1",
                        "3 stratified folds of groups by site",
                        "3 folds in the order of time, gap 1",
                        "the folds of column fold");
    }
}
