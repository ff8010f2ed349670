package dev.fettle.learner.tree;

import dev.fettle.cart.Columns;
import dev.fettle.cart.Growth;
import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the learners of this family have in common. */
interface TreeLearner extends Learner {
    @Override
    default List<String> problems(Configuration values, Dataset.Shape data) {
        return Settings.problems(values, data);
    }

    @Override
    default boolean weighs() {
        return true;
    }

    /** The trees, if there may be more than one. */
    @Override
    default Optional<String> resource() {
        return has(Settings.TREES) ? Optional.of(Settings.TREES) : Optional.empty();
    }

    /** How many leaves there may be at most, of all trees together. */
    @Override
    default double size(Configuration values, Dataset.Shape data) {
        return Settings.leaves(values, data) * (has(Settings.TREES) ? values.whole(Settings.TREES) : 1);
    }

    /** One tree. */
    @Override
    default Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        return Ensemble.of(Growth.grow(
                        Columns.of(train.x()),
                        Settings.target(values, train.target()),
                        Settings.weights(values, train, ones(train.rows())),
                        Settings.limits(values, train.shape()),
                        fitting.seed()))
                .model(train.target());
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
