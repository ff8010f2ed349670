package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.ScoreClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Lbfgs;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;

/**
 * Logistic regression as {@code --model logistic}, multinomial beyond two classes, with scikit-learn's names, defaults and
 * stopping rules.
 */
public record LogisticLearner() implements Learner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "logistic";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.real("C", 1, Interval.above(0), "how much the rows count against the penalty"),
                Hyperparameter.word("penalty", "l2", List.of("l2", "none"), "whether large weights cost"),
                ClassWeight.HYPERPARAMETER,
                Hyperparameter.whole("max_iter", 100, Interval.atLeast(1), "the most steps of L-BFGS"),
                Hyperparameter.real("tol", 1e-4, Interval.atLeast(0), "the largest slope that counts as none"));
    }

    /** The range of scikit-learn's LogisticRegressionCV. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("C", 1e-4, 1e4).startingAt(1.0));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public boolean weighs() {
        return true;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        LogisticLoss loss = LogisticLoss.of(values, train);
        int most = values.whole("max_iter");
        // The other stopping rules of scikit-learn 1.9.
        Lbfgs.Minimum end = new Lbfgs(10, most, 15_000, values.real("tol"), 64 * Math.ulp(1.0))
                .minimize(loss, new double[loss.dimensions()], value -> {});
        int classes = train.shape().classes();
        return Model.of(new ScoreClassifier(loss.scores(end.x()), classes), classes)
                .warnedUnless(end.converged(), most);
    }

    @Override
    public boolean wantsScale() {
        return true;
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        return !hyperparameter.equals("C") || values.text("penalty").equals("l2");
    }

    /** The weights, of which the penalty leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        double c = values.real("C");
        double left = values.text("penalty").equals("l2") ? c / (1 + c) : 1;
        return (data.classes() > 2 ? data.classes() : 1) * (1 + data.features() * left);
    }
}
