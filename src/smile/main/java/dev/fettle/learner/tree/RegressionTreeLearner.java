package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.SearchSpace;
import java.util.List;

/** A tree that tells values, as {@code --model regression_tree}, with scikit-learn's names and defaults. */
public record RegressionTreeLearner() implements TreeLearner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "regression_tree";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Settings.around(List.of(), Settings.NONE, Settings.ALL);
    }

    /**
     * The ranges of rpart in Probst, Boulesteix and Bischl (2019, "Tunability", JMLR 20(53), table 1) as far as the rows
     * reach, the depth up to no limit.
     */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return Settings.treeSpace(data);
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Values;
    }
}
