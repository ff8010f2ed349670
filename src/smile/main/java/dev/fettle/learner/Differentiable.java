package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The face of a {@link Learner} whose predictions change smoothly with some of its hyperparameters, and who can tell how.
 * Immutable, for any thread.
 *
 * <p>It tells derivatives of predictions, not of a loss, so it need not know what they are scored by: by the chain rule they
 * give the gradient of any smooth metric. A learner behind transforms tells them behind the same transforms, which read no such
 * hyperparameter.
 *
 * <pre>{@code
 * Learner logistic = Learners.of("logistic");
 * Dataset iris = Bundled.dataset("iris", null);
 * Differentiable.Tangents found = logistic.differentiable()
 *         .orElseThrow()
 *         .tangents(logistic.configure(Map.of()), iris, Fitting.of(new Seed(42)), List.of("C"));
 * double[] byC = found.slopes().get("C").predict(iris)[0];  // sums to 0
 * }</pre>
 */
public interface Differentiable {
    /** By which hyperparameters, each a decimal number; those that a training may not read are among them. */
    List<String> variables();

    /** Why there are no derivatives where the others are so, as a sentence; empty if there are. */
    default Optional<String> problem(Configuration values) {
        return Optional.empty();
    }

    /**
     * A model, and how what it says changes with each hyperparameter that was asked for.
     *
     * @param slopes by name: what tells d prediction/d hyperparameter, of the same shape as the predictions
     */
    record Tangents(Model model, Map<String, Model.Predictor> slopes) {
        public Tangents {
            slopes = Map.copyOf(slopes);
        }
    }

    /**
     * Trains as {@link Learner#fit} does, which throws the same, and tells the derivatives at the values. Where a training
     * stops by a tolerance, this one goes on until the derivatives have their digits; else the model is the same to the bit.
     *
     * @param by some of the {@link #variables}; 0 is the slope by one that is not read
     * @throws IllegalArgumentException if there is a {@link #problem}
     */
    Tangents tangents(Configuration values, Dataset train, Fitting fitting, List<String> by);
}
