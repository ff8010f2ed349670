package dev.fettle.learner;

import java.util.Map;

/**
 * A trained model behind one face.
 *
 * @param smile the model itself: a {@code Classifier<double[]>} or a {@code Regression<double[]>}
 * @param predictor what it says of rows {@code [n][p]}: class probabilities {@code [n][k]} or one column of values
 * @param warnings what the training complained about, each with its count
 */
public record Model(Object smile, Predictor predictor, Map<String, Integer> warnings) {
    public Model {
        warnings = Map.copyOf(warnings);
    }

    /** Says something of rows. */
    @FunctionalInterface
    public interface Predictor {
        /** Class probabilities {@code [n][k]}, or {@code [n][1]} values, of rows {@code [n][p]}. */
        double[][] predict(double[][] rows);
    }
}
