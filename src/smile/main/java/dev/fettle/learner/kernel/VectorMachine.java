package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Learner;
import dev.fettle.learner.hyperparameter.Configuration;

/** What support vector machines for classes and for values have in common. */
interface VectorMachine extends Learner {
    @Override
    default boolean weighs() {
        return true;
    }

    @Override
    default boolean wantsScale() {
        return true;
    }

    @Override
    default boolean reads(String hyperparameter, Configuration values) {
        return Kernel.reads(hyperparameter, values);
    }

    /** The numbers in the rows, of which narrow kernels and large weights make more. */
    @Override
    default double size(Configuration values, Dataset.Shape data) {
        return Kernel.size(values, data);
    }
}
