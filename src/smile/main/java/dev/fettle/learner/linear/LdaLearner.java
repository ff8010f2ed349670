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
import dev.fettle.math.Vectors;
import dev.fettle.space.Choice;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.condition.Expression;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Linear discriminant analysis as {@code --model lda}: all classes are normal with one covariance. Names, defaults and rules of
 * scikit-learn 1.9; {@code svd} leaves out axes without variance, {@code lsqr} can shrink the covariance instead, by a share or by what Ledoit and
 * Wolf find best.
 */
public record LdaLearner() implements Learner {
    private static final long serialVersionUID = 1;

    private static final String AUTO = "auto";

    @Override
    public String name() {
        return "lda";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.word("solver", "svd", List.of("svd", "lsqr"), "svd, or lsqr, which can shrink"),
                Hyperparameter.real(
                                "shrinkage",
                                0,
                                Interval.atLeast(0).atMost(1),
                                "how much of the covariance is replaced by that of independent, equally wide features")
                        .orWord(AUTO)
                        .orWord("none"),
                Hyperparameter.real("tol", 1e-4, Interval.atLeast(0), "the deviation below which an axis has none"));
    }

    /** The range of auto-sklearn (Feurer et al., 2015, NeurIPS), which shrinks or not. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(
                Choice.of("solver", "svd", "lsqr").startingAt("svd"),
                Real.uniform("shrinkage", 0, 1)
                        .startingAt(0.0)
                        .when(Expression.name("solver").is("lsqr")));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        Groups groups = Groups.of(train);
        UnaryOperator<double[]> inverse = inverse(values, groups);
        double[] middle = groups.middle();
        LinearScores scores = LinearScores.none(groups.classes(), middle.length);
        for (int k = 0; k < groups.present().length; k++) {
            double[] means = groups.rows().get(k).means();
            // From the middle of all rows: far from 0 the digits that tell the classes apart would be lost.
            double[] apart = IntStream.range(0, middle.length)
                    .mapToDouble(j -> means[j] - middle[j])
                    .toArray();
            double[] weights = inverse.apply(apart);
            scores.set(
                    groups.present()[k],
                    weights,
                    StrictMath.log(groups.shares()[k])
                            - 0.5 * Vectors.dot(weights, apart)
                            - Vectors.dot(weights, middle));
        }
        return Model.of(new ScoreClassifier(scores, groups.classes()), groups.classes());
    }

    /** Of the covariance within the classes. */
    private static UnaryOperator<double[]> inverse(Configuration values, Groups groups) {
        if (values.text("solver").equals("svd")) {
            return standardized(groups.covariance(Centered::covariance), values.real("tol"));
        }
        double[][] covariance = values.value("shrinkage").equals(AUTO)
                ? groups.covariance(Centered::shrunkCovariance)
                : Centered.shrunk(groups.covariance(Centered::covariance), shrinkage(values));
        return Centered.axes(covariance)::solve;
    }

    /** Along the axes of the correlations. */
    private static UnaryOperator<double[]> standardized(double[][] covariance, double tol) {
        int p = covariance.length;
        double[] deviations = IntStream.range(0, p)
                .mapToDouble(j -> covariance[j][j] > 0 ? Math.sqrt(covariance[j][j]) : 1)
                .toArray();
        double[][] correlations = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                correlations[i][j] = covariance[i][j] / (deviations[i] * deviations[j]);
            }
        }
        SymmetricEigen axes = Centered.axes(correlations);
        return means -> over(axes.solve(over(means, deviations), tol * tol), deviations);
    }

    private static double[] over(double[] x, double[] deviations) {
        return IntStream.range(0, x.length)
                .mapToDouble(j -> x[j] / deviations[j])
                .toArray();
    }

    private static double shrinkage(Configuration values) {
        return values.text("solver").equals("lsqr") && values.value("shrinkage") instanceof Number s
                ? s.doubleValue()
                : 0;
    }

    @Override
    public boolean reads(String hyperparameter, Configuration values) {
        String by = values.text("solver");
        return !hyperparameter.equals(by.equals("svd") ? "shrinkage" : "tol");
    }

    /** Means and the covariance, of which shrinking leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.features() * (data.classes() + (data.features() + 1) * (1 - shrinkage(values)) / 2);
    }
}
