package dev.fettle.run;

import dev.fettle.trial.Objective;
import dev.fettle.trial.Trial;

/** Who evaluates trials: threads of this process, or something far away. Safe for any thread. */
public interface Crew extends AutoCloseable {
    /** How many trials it evaluates at once, at least 1. */
    int places();

    /**
     * Begins an evaluation and comes back at once. Never more than {@link #places} are under way, but for those that were
     * given up.
     *
     * @param seed for {@link dev.fettle.trial.Probe#seed}
     * @param listener hears how it goes; called by threads of the crew
     */
    Evaluation start(Trial.Running trial, Objective objective, long seed, Listener listener);

    /** Gives back what it holds elsewhere; evaluations that are under way need not land any more. */
    @Override
    default void close() {}

    /** One evaluation under way. */
    interface Evaluation {
        /** Asks it to come back at once; false if the objective has returned already, whose result then counts. */
        boolean interrupt();

        /** Where it runs, for people: "thread fettle-trial". */
        String place();
    }
}
