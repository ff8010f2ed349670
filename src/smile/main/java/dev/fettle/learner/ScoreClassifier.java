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
        return best(scores.of(x));
    }

    @Override
    public int predict(double[] x, double[] shares) {
        double[] score = scores.of(x);
        int best = best(score);
        double sum = 0;
        for (int k = 0; k < numClasses; k++) {
            shares[k] = StrictMath.exp(score[k] - score[best]);
            sum += shares[k];
        }
        for (int k = 0; k < numClasses; k++) {
            shares[k] /= sum;
        }
        return best;
    }

    private static int best(double[] score) {
        return IntStream.range(0, score.length).reduce(0, (a, b) -> score[b] > score[a] ? b : a);
    }

    /** The classes, 0 … k − 1. */
    public int[] classes() {
        return IntStream.range(0, numClasses).toArray();
    }
}
