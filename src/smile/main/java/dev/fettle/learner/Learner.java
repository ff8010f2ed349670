package dev.fettle.learner;

import dev.fettle.data.Dataset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of model by name. It knows its hyperparameters, so that a whole cell can be checked before anything is trained.
 * Immutable, for any thread.
 */
public interface Learner {
    /** As behind {@code --model}. */
    String name();

    /** The hyperparameters that may be set. */
    List<String> parameters();

    /** What is wrong with a name and value, as whole sentences; empty if nothing is. */
    Optional<String> problem(String parameter, Object value);

    /**
     * Trains on the given rows.
     *
     * @param values hyperparameters by name, checked
     * @param x {@code [n][p]}
     * @param target of the same rows; of classes all labels of the data, even if some have no row
     * @param seed of every random choice
     */
    Model fit(Map<String, Object> values, double[][] x, Dataset.Target target, long seed);

    /** How large a model with these values is; of models that score alike the one with the least is the simplest. */
    double size(Map<String, Object> values, Dataset data);
}
