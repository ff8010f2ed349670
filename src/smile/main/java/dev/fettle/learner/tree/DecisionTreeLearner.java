package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import java.util.List;

/** A tree that tells classes, as {@code --model decision_tree}, with scikit-learn's names and defaults. */
public record DecisionTreeLearner() implements TreeLearner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "decision_tree";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Settings.around(List.of(Settings.CRITERION), Settings.NONE, Settings.ALL, ClassWeight.HYPERPARAMETER);
    }

    /** That of {@link RegressionTreeLearner}, and both impurities, as in auto-sklearn. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return Settings.treeSpace(
                data, Choice.of("criterion", "gini", "entropy").startingAt("gini"));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }
}
