package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.List;

/**
 * Small trees that vote, each grown where those before were wrong, as {@code --model ada_boost}, with scikit-learn's names
 * and defaults; see {@link Samme}.
 */
public record AdaBoostLearner() implements TreeLearner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "ada_boost";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Settings.around(List.of(Settings.trees(50), Settings.rate(1)), 1, Settings.ALL);
    }

    /** The ranges of auto-sklearn (Feurer et al., 2015, NeurIPS). */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Real.logUniform("learning_rate", 0.01, 2).startingAt(1.0),
                Whole.between("max_depth", 1, 10).startingAt(1));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Samme boosting =
                new Samme(train, Settings.limits(values, train.shape()), values.real("learning_rate"), fitting.seed());
        return Rounds.train(
                values, train, fitting, Samme.start((Dataset.Classes) train.target()), Link.VOTES, boosting);
    }
}
