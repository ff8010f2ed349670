package dev.fettle.learner.tree;

import dev.fettle.cart.Columns;
import dev.fettle.cart.Growth;
import dev.fettle.cart.Limits;
import dev.fettle.cart.Target;
import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Trees on rows drawn by lot, each split on features drawn by lot (Breiman, 2001, "Random forests"), as {@code --model
 * random_forest}, with scikit-learn's names and defaults; classes get the mean of the trees' shares. As in scikit-learn 1.9
 * the lot prefers rows by their weights; a share for {@code max_samples} is one of the rows, whatever they weigh.
 */
public record RandomForestLearner() implements TreeLearner {
    private static final long serialVersionUID = 1;

    private static final String SAMPLES = "max_samples";

    @Override
    public String name() {
        return "random_forest";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return Settings.around(
                List.of(Settings.trees(100), Settings.CRITERION),
                Settings.NONE,
                Settings.AUTO,
                Hyperparameter.flag("bootstrap", true, "whether each tree gets rows drawn with replacement"),
                Settings.countOrShare(
                        SAMPLES, 1.0, List.of(), "how many rows are drawn for a tree, a number or a share of all"),
                ClassWeight.HYPERPARAMETER);
    }

    /**
     * What matters most in Probst, Boulesteix and Bischl (2019, "Tunability", JMLR 20(53), table 1, ranger): features and
     * rows for a tree, and the size of the leaves as in auto-sklearn (Feurer et al., 2015, NeurIPS). More trees are hardly
     * ever worse (Probst and Boulesteix, 2018, JMLR 18(181)), so they are not searched.
     */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Choice.of("max_features", Settings.AUTO, "log2", 0.25, 0.5, 0.75)
                        .startingAt(Settings.AUTO),
                Real.uniform(SAMPLES, 0.1, 1).startingAt(1.0),
                Settings.wholes("min_samples_leaf", 1, 20, 1, data));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return true;
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        List<String> problems = new ArrayList<>(Settings.problems(values, data));
        if (reads(SAMPLES, values) && values.value(SAMPLES) instanceof Integer i && i > data.rows()) {
            problems.add("max_samples (" + i + ") must be at most the rows of a training, " + data.rows()
                    + ". Maybe a share: 1.0 for as many.");
        }
        return problems;
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return !hyperparameter.equals(SAMPLES) || values.flag("bootstrap");
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Columns columns = Columns.of(train.x());
        Target target = Settings.target(values, train.target());
        Limits limits = Settings.limits(values, train.shape());
        double[] weights = Settings.weights(values, train, train.weights());
        int drawn = Draws.count(values.value(SAMPLES), weights.length);
        return Rounds.train(values, train, fitting, new double[target.width()], Link.MEAN, t -> {
            Seed seed = fitting.seed().child(t);
            double[] bag = values.flag("bootstrap")
                    ? Draws.bootstrap(weights, drawn, seed.child("rows").random())
                    : weights;
            return List.of(new Ensemble.Part(Growth.grow(columns, target, bag, limits, seed.child("features")), 0));
        });
    }
}
