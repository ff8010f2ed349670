package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.fold.Fold;
import dev.fettle.evaluation.fold.Folds;
import dev.fettle.evaluation.fold.Holdout;
import dev.fettle.evaluation.fold.Splitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be known of a split before its scores are read, in sentences.
 *
 * @param target of the rows to tune on
 * @param folds of those rows
 */
record SplitRemarks(Dataset.Target target, Folds folds) {
    /** Rows of a class that a test has on average; with fewer, one that is drawn by chance may well have none. */
    private static final int EXPECTED = 2;

    List<String> all(Splitting splitting, Holdout holdout, Dataset.@Nullable Target test) {
        List<String> remarks = new ArrayList<>();
        if (!splitting.equals(Splitting.of(folds.size(), target))) {
            remarks.add("Split into " + splitting.describe() + ".");
        }
        if (target instanceof Dataset.Classes classes) {
            remarks.addAll(untested(classes));
            if (test instanceof Dataset.Classes kept && !holdout.stratified()) {
                rare(classes, kept, holdout.share()).ifPresent(remarks::add);
            }
        }
        repeated().ifPresent(remarks::add);
        return remarks;
    }

    /** Of classes with fewer rows than folds; where a fold tests one row, nobody expects it to test all classes. */
    private List<String> untested(Dataset.Classes classes) {
        if (folds.folds().stream().allMatch(fold -> fold.test().length == 1)) {
            return List.of();
        }
        int[] rows = counts(classes);
        int[] testing = new int[rows.length];
        for (Fold fold : folds.folds()) {
            IntStream.of(fold.test()).map(r -> classes.y()[r]).distinct().forEach(c -> testing[c]++);
        }
        List<String> remarks = new ArrayList<>();
        for (int c = 0; c < rows.length; c++) {
            int without = folds.size() - testing[c];
            if (rows[c] < folds.size() && without > 0) {
                remarks.add("Class " + classes.labels().get(c) + " has " + rows[c] + (rows[c] == 1 ? " row" : " rows")
                        + ", fewer than " + folds.size() + " folds: " + without + " of them test none of it.");
            }
        }
        return remarks;
    }

    private static Optional<String> rare(Dataset.Classes tuned, Dataset.Classes test, double share) {
        int[] others = counts(tuned);
        int[] kept = counts(test);
        String rare = IntStream.range(0, kept.length)
                .filter(c -> (kept[c] + others[c]) * share < EXPECTED)
                .mapToObj(c -> kept[c] + " of " + (kept[c] + others[c]) + " rows of "
                        + test.labels().get(c))
                .collect(Collectors.joining(", "));
        return rare.isEmpty()
                ? Optional.empty()
                : Optional.of("The test rows are not stratified: among them are " + rare + ".");
    }

    /** What is tested twice counts twice in a standard error, and is no more evidence. */
    private Optional<String> repeated() {
        int[] tested = folds.folds().stream()
                .flatMapToInt(fold -> IntStream.of(fold.test()))
                .toArray();
        return IntStream.of(tested).distinct().count() == tested.length
                ? Optional.empty()
                : Optional.of("Rows are tested by several of the " + folds.size()
                        + " folds, so the standard errors are too small.");
    }

    private static int[] counts(Dataset.Classes classes) {
        int[] counts = new int[classes.labels().size()];
        for (int c : classes.y()) {
            counts[c]++;
        }
        return counts;
    }
}
