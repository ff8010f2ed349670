package dev.fettle.report.insight;

import dev.fettle.report.edge.Legal;
import dev.fettle.report.trust.CorrectedTest;
import dev.fettle.report.trust.Rescorer;
import dev.fettle.space.Point;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a task besides its trials. Immutable, for any thread if its functions are.
 *
 * @param complexity of the model at a point, lower is simpler, NaN where nothing is known; null if nobody knows
 * @param landmarks scores that are known without a search
 * @param legal what parameters may hold, whatever is searched
 * @param test compares the scores of two points on the folds; empty if nobody knows how many rows train and test, then as
 *     if each row were tested once
 * @param rescorer of the trials' predictions; empty where they are not kept
 */
public record Background(
        @Nullable ToDoubleFunction<Point> complexity,
        Landmarks landmarks,
        Legal legal,
        Optional<CorrectedTest> test,
        Optional<Rescorer> rescorer) {
    /** Nothing is known. */
    public static final Background NONE =
            new Background(null, Landmarks.NONE, Legal.UNKNOWN, Optional.empty(), Optional.empty());

    /** The {@link #test} for scores on so many folds, at least 2. */
    CorrectedTest test(int folds) {
        return test.orElseGet(() -> CorrectedTest.ofFolds(Math.max(2, folds)));
    }

    /** With another {@link #complexity}. */
    public Background withComplexity(@Nullable ToDoubleFunction<Point> other) {
        return new Background(other, landmarks, legal, test, rescorer);
    }
}
