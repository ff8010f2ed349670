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
    /** Hardly any memory was left. */
    MEMORY,
    /** The user stopped it. */
    INTERRUPTED,
    /** Another run of the study has begun. */
    TAKEN_OVER,
    /** The sampler, the journal or the machine has failed. */
    BROKEN,
    /** Nothing worked from the start. */
    FAILING,
    /** A trial failed, and that was to end the run. */
    FAILED;

    /** Whether one trial decided it: results of later numbers are then dropped, so that the jobs make no difference. */
    public boolean decided() {
        return this == UNTIL || this == PATIENCE || this == FAILING || this == FAILED;
    }
}
