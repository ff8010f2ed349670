package dev.fettle.kernel.objective;

/** A metric of the notebook once it is compiled. Public because Java of the notebook names it; called by many threads at once. */
@FunctionalInterface
public interface Scoring$ {
    /**
     * Scores.
     *
     * @param y {@code int[n]} classes or {@code double[n]} values
     * @param said {@code int[n]} the likeliest classes, {@code double[n][k]} their probabilities or {@code double[n]} values
     */
    double score(Object y, Object said) throws Exception;
}
