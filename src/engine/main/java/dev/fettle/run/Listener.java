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
    void landed(Result result);

    /** What came of an evaluation. */
    sealed interface Result {
        /** The objective has returned. */
        record Scored(Score score) implements Result {}

        /** It has thrown. */
        record Threw(Failure failure) implements Result {}
    }
}
