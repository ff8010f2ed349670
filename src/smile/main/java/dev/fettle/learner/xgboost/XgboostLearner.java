package dev.fettle.learner.xgboost;

import dev.fettle.data.Dataset;
import dev.fettle.data.Feature;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.ShareClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import smile.regression.Regression;

/**
 * XGBoost, as {@code --model xgboost}: {@code hist} trees, with the names and defaults of Python's {@code XGBClassifier} and
 * {@code XGBRegressor}. Features, values and weights have 32 bits in it. Missing numbers go where they do least harm, so
 * that they need not be filled.
 */
public record XgboostLearner() implements Learner {
    private static final long serialVersionUID = 1;

    private static final String ROUNDS = "n_estimators";
    private static final String POSITIVE = "scale_pos_weight";

    private static final Interval SHARE = Interval.above(0).atMost(1);
    private static final Interval NOT_NEGATIVE = Interval.atLeast(0);

    private static final List<Hyperparameter> ALL = List.of(
            Hyperparameter.whole(
                    ROUNDS, 100, Interval.atLeast(1), "how many rounds, each of one tree, or of one a class"),
            Hyperparameter.real("learning_rate", 0.3, SHARE, "how much each tree counts; less needs more trees"),
            Hyperparameter.whole(
                    "max_depth", 6, NOT_NEGATIVE, "how many splits lie at most above a leaf; 0 is no limit"),
            Hyperparameter.real(
                    "min_child_weight",
                    1,
                    NOT_NEGATIVE,
                    "how much the rows of a leaf must weigh, of values their number"),
            Hyperparameter.real("subsample", 1, SHARE, "which share of the rows each round sees"),
            Hyperparameter.real("colsample_bytree", 1, SHARE, "which share of the columns each tree sees"),
            Hyperparameter.real("gamma", 0, NOT_NEGATIVE, "how much a split must lessen the loss"),
            Hyperparameter.real(
                    "reg_alpha", 0, NOT_NEGATIVE, "the weight of the penalty on the size of what leaves say"),
            Hyperparameter.real("reg_lambda", 1, NOT_NEGATIVE, "the weight of the penalty on its square"),
            Hyperparameter.real(
                    POSITIVE,
                    1,
                    Interval.above(0),
                    "how much rows of the second of two classes count, beside the first"));

    @Override
    public String name() {
        return "xgboost";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return ALL;
    }

    /**
     * The ranges of XGBoost in Probst, Boulesteix and Bischl (2019, "Tunability", JMLR 20(53), table 1), the rate from 0.01
     * on, since rounds are not searched: more at a lower rate are hardly ever worse.
     */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Real.logUniform("learning_rate", 0.01, 1).startingAt(0.3),
                Whole.between("max_depth", 1, 15).startingAt(6),
                Whole.logBetween("min_child_weight", 1, 128).startingAt(1),
                Real.uniform("subsample", 0.1, 1).startingAt(1.0),
                Real.uniform("colsample_bytree", 0.1, 1).startingAt(1.0),
                Real.logUniform("reg_lambda", 1 / 1024.0, 1024).startingAt(1.0));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return true;
    }

    /** Numbers, also with gaps. */
    @Override
    public boolean takes(Feature feature) {
        return feature instanceof Feature.Numbers;
    }

    @Override
    public boolean weighs() {
        return true;
    }

    @Override
    public Optional<Need> needs() {
        return Library.missing();
    }

    @Override
    public Optional<String> resource() {
        return Optional.of(ROUNDS);
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return data.classes() == 2 || values.real(POSITIVE) == 1
                ? List.of()
                : List.of(POSITIVE + " (" + values.value(POSITIVE) + ") must be left out: the target has "
                        + (data.classes() == 0 ? "values, not" : data.classes() + " classes, not") + " two classes.");
    }

    /** How many leaves there may be at most, of all trees together. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        int depth = values.whole("max_depth");
        double byDepth = depth == 0 ? Double.POSITIVE_INFINITY : StrictMath.pow(2, Math.min(depth, 99));
        double byRows = data.rows() / Math.max(1, values.real("min_child_weight"));
        double trees = (double) values.whole(ROUNDS) * (data.classes() > 2 ? data.classes() : 1);
        return trees * Math.max(1, Math.min(byDepth, byRows));
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Map<String, Object> settings = new TreeMap<>(values.entries());
        settings.remove(ROUNDS);
        settings.put("tree_method", "hist");
        if (train.shape().classes() != 2) {
            settings.remove(POSITIVE);
        }
        int rounds = fitting.resource() == Fitting.ALL ? values.whole(ROUNDS) : fitting.resource();
        try {
            return model(Boosted.train(settings, train, fitting, rounds), train.target());
        } catch (LinkageError e) {
            throw Library.unusable(e);
        }
    }

    private static Model model(Boosted trees, Dataset.Target target) {
        Object smile = target instanceof Dataset.Classes c
                ? new ShareClassifier(
                        x -> trees.predict(new double[][] {x})[0], c.labels().size())
                : (Regression<double[]>) x -> trees.predict(new double[][] {x})[0][0];
        return new Model(smile, rows -> trees.predict(rows.x()), Map.of());
    }
}
