package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.ScoreClassifier;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.SymmetricEigen;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Quadratic discriminant analysis as {@code --model qda}: each class is normal with a covariance of its own. Names, defaults and
 * rules of scikit-learn 1.9.
 */
public record QdaLearner() implements Learner {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "qda";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.real(
                        "reg_param",
                        0,
                        Interval.atLeast(0).atMost(1),
                        "how much of each covariance is replaced by that of independent features of variance 1"),
                Hyperparameter.real("tol", 1e-4, Interval.atLeast(0), "the variance below which an axis has none"));
    }

    /** The range of auto-sklearn (Feurer et al., 2015, NeurIPS). */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.uniform("reg_param", 0, 1).startingAt(0.0));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Groups groups = Groups.of(train);
        List<String> labels = ((Dataset.Classes) train.target()).labels();
        List<Densities.Density> densities = IntStream.range(0, groups.present().length)
                .mapToObj(k -> density(values, groups.rows().get(k), labels.get(groups.present()[k])))
                .toList();
        return Model.of(new ScoreClassifier(Densities.of(groups, densities), groups.classes()), groups.classes());
    }

    private static Densities.Density density(Configuration values, Centered rows, String label) {
        double penalty = values.real("reg_param");
        SymmetricEigen axes = Centered.axes(rows.products());
        double[] variances = DoubleStream.of(axes.values())
                .map(v -> (1 - penalty) * v / rows.weight() + penalty)
                .toArray();
        if (!DoubleStream.of(variances).allMatch(v -> v > values.real("tol"))) {
            throw new ArithmeticException("Covariance of each class must have full rank; that of " + label + ", of "
                    + rows.x().rows() + " rows, has not. Maybe a larger reg_param.");
        }
        Densities.Density along = Densities.Normal.of(new double[variances.length], variances);
        return new Densities.Turned(rows.means(), axes.vectors(), along);
    }

    /** Means and covariances, of which the penalty leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.classes() * data.features() * (1 + (data.features() + 1) * (1 - values.real("reg_param")) / 2);
    }
}
