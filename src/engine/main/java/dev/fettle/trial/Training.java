package dev.fettle.trial;

import java.io.Serializable;

/**
 * How a model did on the rows that it was trained on. Immutable, for any thread.
 *
 * @param score of those rows, in the direction of the first goal; NaN if the model has no number for one of them
 * @param seconds that the training took, by the clock; the one number of a score that differs from run to run
 */
public record Training(double score, double seconds) implements Serializable {
    private static final long serialVersionUID = 1;
}
