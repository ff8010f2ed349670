package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.ScoreClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Gaussian naive Bayes as {@code --model naive_bayes}: in each class every feature is normal by itself. Names and defaults of
 * scikit-learn's GaussianNB.
 */
public record NaiveBayesLearner() implements Learner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "naive_bayes";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(Hyperparameter.real(
                "var_smoothing",
                1e-9,
                Interval.above(0),
                "what is added to every variance, as a share of the largest of a feature"));
    }

    /** From scikit-learn's standard, which only keeps variances above 0, to where all features are taken for equally wide. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("var_smoothing", 1e-9, 1).startingAt(1e-9));
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
        double added =
                values.real("var_smoothing") * largest(Centered.of(train.x()).variances());
        Groups groups = Groups.of(train);
        List<Densities.Density> densities = groups.rows().stream()
                .<Densities.Density>map(rows -> Densities.Normal.of(rows.means(), plus(rows.variances(), added)))
                .toList();
        return Model.of(new ScoreClassifier(Densities.of(groups, densities), groups.classes()), groups.classes());
    }

    private static double largest(double[] variances) {
        double largest = DoubleStream.of(variances).max().orElse(0);
        return largest > 0 ? largest : 1;
    }

    private static double[] plus(double[] variances, double added) {
        return DoubleStream.of(variances).map(v -> v + added).toArray();
    }

    /** Means and variances, of which smoothing leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.classes() * data.features() * (1 + 1 / (1 + values.real("var_smoothing")));
    }
}
