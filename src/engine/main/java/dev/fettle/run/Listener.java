package dev.fettle.run;

import dev.fettle.pruner.Verdict;
import dev.fettle.trial.Failure;
import dev.fettle.trial.Report;
import dev.fettle.trial.Score;

/** Hears of one evaluation: that it began, its reports, and its end once. */
public interface Listener {
    /** The objective is about to be called: from now on its time counts. */
    void began();

    /** An intermediate score; {@link Verdict.Stop} asks the objective to return. */
    Verdict reported(Report report);

    /** The evaluation is over, whatever it was. Called once, and the last call. */
    void landed(Landing end);

    /** How an evaluation ended. */
    sealed interface Landing {
        /** The objective has returned. */
        record Returned(Score score) implements Landing {}

        /** It has thrown. */
        record Threw(Failure failure) implements Landing {}

        /**
         * Its place is gone, which is not the objective's fault: it is asked for again, but fails with its {@value
         * Attempt#LOSSES}rd attempt, as it may be what kills its places.
         *
         * @param reason for people: "executor 7 was lost"
         */
        record Lost(String reason) implements Landing {}
    }
}
