package dev.fettle.evaluation;

/** What a trial can have less of. */
public enum Resource {
    /** What its learner trains for: epochs, trees. */
    LEARNER,
    /** The rows of each training: with r of them it has the first r of an order that holds its classes in their shares. */
    ROWS,
    /** The folds: with r of them it is scored on the first r. */
    FOLDS
}
