package dev.fettle.kernel.objective;

import java.io.Serializable;

/** A metric of the notebook once it is compiled. Public because Java of the notebook names it; called by many threads at once. */
@FunctionalInterface
public interface Scoring$ extends Serializable {
    /**
     * Scores.
     *
     * @param y {@code int[n]} classes or {@code double[n]} values
     * @param said {@code int[n]} the likeliest classes, {@code double[n][k]} their probabilities or {@code double[n]} values
     */
    double score(Object y, Object said) throws Exception;
}
