package dev.fettle.learner.linear;

import dev.fettle.learner.ScoreClassifier;
import dev.fettle.math.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted sum of the features for each class.
 *
 * @param weights {@code [k][p]}
 * @param intercepts {@code [k]}; −∞ for a class that is never told
 */
record LinearScores(double[][] weights, double[] intercepts) implements ScoreClassifier.Scores {
    private static final long serialVersionUID = 1;

    /** No class is told before {@link #set}. */
    static LinearScores none(int classes, int features) {
        double[] intercepts = new double[classes];
        Arrays.fill(intercepts, Double.NEGATIVE_INFINITY);
        return new LinearScores(new double[classes][features], intercepts);
    }

    /** While it is made. */
    void set(int k, double[] w, double intercept) {
        weights[k] = w;
        intercepts[k] = intercept;
    }

    @Override
    public double[] of(double[] x) {
        return IntStream.range(0, weights.length)
                .mapToDouble(k -> intercepts[k] + Vectors.dot(weights[k], x))
                .toArray();
    }
}
