package dev.fettle.learner.kernel;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Cholesky;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Vectors;
import dev.fettle.space.Choice;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Locale;

/**
 * Gaussian process regression as {@code --model gaussian_process}, around the mean of the target. What is auto is found by the
 * marginal likelihood. With both numbers given it predicts as scikit-learn's GaussianProcessRegressor does with kernel
 * RBF(length_scale) or Matern(length_scale, nu=2.5), the same alpha and normalize_y, and without an optimizer.
 */
public record GaussianProcessLearner() implements Learner {
    private static final long serialVersionUID = 1;

    /** Time grows by the cube of the rows, and memory by their square. */
    private static final int MOST_ROWS = 3000;

    @Override
    public String name() {
        return "gaussian_process";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.word("kernel", "rbf", List.of("rbf", "matern"), "what the covariance falls by"),
                Hyperparameter.real("length_scale", 1, Interval.above(0), "how far apart values are still alike")
                        .orWord("auto"),
                Hyperparameter.real(
                                "alpha", 0.1, Interval.above(0), "the variance of noise, that of the function being 1")
                        .orWord("auto"));
    }

    /** The kernel alone: the likelihood finds the rest (Rasmussen and Williams, 2006, section 5.4.1). */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Choice.of("kernel", "rbf", "matern").startingAt("rbf"));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Values;
    }

    @Override
    public List<String> problems(Configuration values, Dataset.Shape data) {
        return data.rows() <= MOST_ROWS
                ? List.of()
                : List.of("Rows of a training (" + data.rows() + ") must be at most " + MOST_ROWS
                        + " for gaussian_process, whose time grows by their cube. Maybe --model svr.");
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        double[] y = ((Dataset.Values) train.target()).y().clone();
        double mean = Vectors.center(y, Vectors.ones(y.length));
        Covariance covariance = Covariance.valueOf(values.text("kernel").toUpperCase(Locale.ROOT));
        Evidence evidence = new Evidence(covariance, train.x(), y);
        double[] given = {number(values.value("length_scale")), number(values.value("alpha"))};
        double[] best = evidence.best(given, train.x()[0].length);
        Cholesky factor = evidence.factor(best[0], best[1], new double[y.length][y.length]);
        if (factor == null) {
            throw new ArithmeticException(
                    "Covariance of the rows must be positive definite, and some are too alike. Maybe a larger alpha.");
        }
        factor.solve(y);
        return Model.of(new GaussianProcess(covariance, ColumnMatrix.of(train.x()), best[0], y, mean));
    }

    private static double number(Object said) {
        return said instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public boolean wantsScale() {
        return true;
    }

    /** A weight for each row. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.rows();
    }
}
