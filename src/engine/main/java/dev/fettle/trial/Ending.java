package dev.fettle.trial;

/** Why a run ended. */
public enum Ending {
    /** The sampler has nothing more to propose. */
    EXHAUSTED,
    /** The number of trials asked for. */
    TRIALS,
    /** The score asked for was reached. */
    UNTIL,
    /** No progress for as many trials as were allowed. */
    PATIENCE,
    /** Time was up. */
    TIME,
    /** The user stopped it. */
    INTERRUPTED,
    /** Nothing worked from the start. */
    FAILING
}
