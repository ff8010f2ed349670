package dev.fettle.learner;

import dev.fettle.data.Dataset;
import java.util.Map;

/**
 * A trained model behind one face. For any thread if its predictor is.
 *
 * @param smile the model itself: a {@code Classifier<double[]>} or a {@code Regression<double[]>}; of a pipeline that of its
 *     last step, which wants rows as the steps before make them
 * @param predictor what it says of rows it may not have seen
 * @param warnings what the training complained about, each with its count
 */
public record Model(Object smile, Predictor predictor, Map<String, Integer> warnings) {
    public Model {
        warnings = Map.copyOf(warnings);
    }

    /** Says something of rows. */
    @FunctionalInterface
    public interface Predictor {
        /**
         * What is predicted, a fresh array; the target of the rows is not looked at.
         *
         * @param rows with the features of the training
         * @return {@code [n][k]} class probabilities in the order of the labels, or {@code [n][1]} values
         */
        double[][] predict(Dataset rows);
    }
}
