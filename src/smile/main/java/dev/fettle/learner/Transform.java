package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.List;

/**
 * A way to make other features of features, which may have to be learnt first: the mean of a column, its words. Learnt from
 * the training rows of each fold alone, so that no row that is tested is looked at. Immutable, for any thread; best a record. See {@link Pipeline}.
 */
public interface Transform extends Serializable {
    /** In a word, lower case. */
    String name();

    /** What it may be told. */
    List<Hyperparameter> hyperparameters();

    /** Whether it makes complete numbers of such a feature, so that a learner need not take it. */
    default boolean makesNumbersOf(Feature feature) {
        return feature.isCompleteNumbers();
    }

    /**
     * Learns from rows.
     *
     * @param seed names every random choice
     */
    Fitted fit(Configuration values, Dataset train, Seed seed);

    /** The shape of what comes out; that of what went in, unless said otherwise. */
    default Dataset.Shape shape(Configuration values, Dataset.Shape before) {
        return before;
    }

    /** What was learnt. Immutable, for any thread. */
    @FunctionalInterface
    interface Fitted extends Serializable {
        /** The same rows and target with other features; the target is not looked at. */
        Dataset apply(Dataset rows);
    }
}
