package dev.fettle.pruner;

import dev.fettle.trial.History;
import dev.fettle.trial.Trial;
import java.io.Serializable;

/**
 * Judges whether a running trial is worth finishing: a record of its settings. Immutable, for any thread.
 *
 * <pre>{@code
 * Pruner hopeless = (trial, told) -> told.best()
 *         .filter(best -> told.goal().better(best.score().value(), trial.reports().get(0).score()))
 *         .<Verdict>map(best -> new Verdict.Stop("worse than trial " + best.number() + " after one step"))
 *         .orElseGet(Verdict.GoOn::new);
 * }</pre>
 */
@FunctionalInterface
public interface Pruner extends Serializable {
    /** Lets every trial go on. */
    Pruner NONE = new None();

    /**
     * The verdict behind each report of a trial. Pure and quick: the same trial and history give the same verdict.
     *
     * @param trial with at least one report, the new one last; a score may be NaN
     * @param told what was known when the trial's number was given, and so the same at any number of jobs
     */
    Verdict judge(Trial.Running trial, History told);

    /** No pruner. */
    record None() implements Pruner {
        private static final Verdict GO_ON = new Verdict.GoOn();

        @Override
        public Verdict judge(Trial.Running trial, History told) {
            return GO_ON;
        }
    }
}
