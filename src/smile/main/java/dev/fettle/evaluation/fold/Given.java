package dev.fettle.evaluation.fold;

import dev.fettle.data.Dataset;
import dev.fettle.data.Fingerprint;
import java.util.List;

/**
 * Folds that are made elsewhere, of all rows. Immutable, for any thread.
 *
 * @param name where they are from, for messages
 */
public record Given(String name, Folds made) implements Splitting {
    @Override
    public String describe() {
        return made.size() + " folds of " + name;
    }

    @Override
    public String fingerprint() {
        List<int[][]> rows = made.folds().stream()
                .map(fold -> new int[][] {fold.train(), fold.test()})
                .toList();
        return describe() + " " + Fingerprint.of(rows).orElseThrow();
    }

    @Override
    public Folds folds(Dataset.Target target) {
        List<String> problems = made.problems(target.size());
        if (problems.isEmpty()) {
            return made;
        }
        throw new IllegalArgumentException(String.join("\n", problems));
    }

    @Override
    public Fold holdout(Holdout holdout, Dataset.Target target) {
        throw new IllegalArgumentException("Test share (" + holdout.share() + ") must be 0 beside the folds of " + name
                + ", which are folds of all rows. Maybe data without the rows to test.");
    }

    @Override
    public Splitting outer(int outer, Dataset.Target target) {
        throw new IllegalArgumentException("Outer folds (" + outer + ") must be made of the rows, and the folds of "
                + name + " are given. Maybe leave --nested out.");
    }
}
