package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.List;

/**
 * Trees that each correct those before, as {@code --model gradient_tree_boost}, with scikit-learn's names and defaults; see
 * {@link GradientBoosting}.
 */
public record GradientTreeBoostLearner() implements TreeLearner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "gradient_tree_boost";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Settings.around(
                List.of(
                        Settings.trees(100),
                        Settings.rate(0.1),
                        Hyperparameter.real(
                                "subsample", 1, Interval.above(0).atMost(1), "which share of the rows each round sees"),
                        Hyperparameter.word(
                                "loss",
                                Settings.AUTO,
                                List.of(Settings.AUTO, "log_loss", "squared_error", "absolute_error"),
                                "what is lessened; auto is log_loss for classes, squared_error for values")),
                3,
                Settings.ALL);
    }

    /**
     * The ranges of auto-sklearn (Feurer et al., 2015, NeurIPS), the shares those of XGBoost in Probst, Boulesteix and
     * Bischl (2019, "Tunability", JMLR 20(53), table 1).
     */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Real.logUniform("learning_rate", 0.01, 1).startingAt(0.1),
                Whole.between("max_depth", 1, 10).startingAt(3),
                Real.uniform("subsample", 0.1, 1).startingAt(1.0),
                Settings.wholes("min_samples_leaf", 1, 20, 1, data),
                Choice.of("max_features", "sqrt", 0.25, 0.5, 0.75, Settings.ALL).startingAt(Settings.ALL));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return true;
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return Loss.problems(values, data);
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Loss loss = Loss.of(values.text("loss"), train);
        GradientBoosting boosting = new GradientBoosting(
                train,
                loss,
                Settings.limits(values, train.shape()),
                values.real("learning_rate"),
                Draws.count(values.real("subsample"), train.rows()),
                fitting.seed());
        return Rounds.train(values, train, fitting, loss.start(), loss.link(), boosting);
    }

    /** With a tree a round for each of more than two classes. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return TreeLearner.super.size(values, data) * (data.classes() > 2 ? data.classes() : 1);
    }
}
