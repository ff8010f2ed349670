package dev.fettle.learner;

import java.io.Serializable;
import java.util.stream.IntStream;
import smile.classification.SoftClassifier;

/**
 * A classifier of Smile that tells the class with the highest score; of equals the first. The shares are the softmax of the
 * scores: where scores are logarithms of joint densities, or those of a logistic regression, they are probabilities.
 * Immutable, for any thread.
 *
 * <pre>{@code
 * ScoreClassifier sign = new ScoreClassifier(x -> new double[] {0, x[0]}, 2);
 * int one = sign.predict(new double[] {0.5});
 * }</pre>
 *
 * @param scores of one row
 * @param numClasses k; it tells 0 … k − 1
 */
public record ScoreClassifier(Scores scores, int numClasses) implements SoftClassifier<double[]> {
    private static final long serialVersionUID = 1;

    /** Scores one row. For any thread. */
    @FunctionalInterface
    public interface Scores extends Serializable {
        /**
         * {@code [k]} a fresh array; −∞ for a class that it cannot be, and at least one is finite.
         *
         * @param x {@code [p]}
         */
        double[] of(double[] x);
    }

    @Override
    public int predict(double[] x) {
        return ShareClassifier.largest(scores.of(x));
    }

    @Override
    public int predict(double[] x, double[] shares) {
        double[] score = scores.of(x);
        int best = ShareClassifier.largest(score);
        softmax(score);
        System.arraycopy(score, 0, shares, 0, numClasses);
        return best;
    }

    /**
     * Scores become shares, in place, with the same bits everywhere.
     *
     * @param scores {@code [k]}, finite or −∞, at least one finite
     */
    public static void softmax(double[] scores) {
        double highest = scores[ShareClassifier.largest(scores)];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StrictMath.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }

    /**
     * {@code [k]} the derivatives of the shares where scores change; the scores become shares.
     *
     * @param slopes {@code [k]} of the scores; not looked at where a score is −∞
     */
    public static double[] softmaxSlopes(double[] scores, double[] slopes) {
        softmax(scores);
        double mean = 0;
        for (int k = 0; k < scores.length; k++) {
            mean += scores[k] > 0 ? scores[k] * slopes[k] : 0;
        }
        double[] changes = new double[scores.length];
        for (int k = 0; k < scores.length; k++) {
            changes[k] = scores[k] > 0 ? scores[k] * (slopes[k] - mean) : 0;
        }
        return changes;
    }

    /** The classes, 0 … k − 1. */
    public int[] classes() {
        return IntStream.range(0, numClasses).toArray();
    }
}
