package dev.fettle.report.trust;

import dev.fettle.trial.Score;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Scores what a trial has predicted anew, where the rows held out count otherwise. For any thread. */
public interface Rescorer {
    /** How many rows there are, or groups of rows that depend on each other. */
    int units();

    /**
     * What a trial scores by how often each of them counts, {@code [units]}, at least 0: NaN where that is not defined; empty if
     * its predictions are not kept.
     */
    Optional<ToDoubleFunction<double[]>> of(Score score);
}
