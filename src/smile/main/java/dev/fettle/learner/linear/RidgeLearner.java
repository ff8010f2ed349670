package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Cholesky;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares with a penalty on the squares of the weights, |y − Xw|² + alpha·|w|², as {@code --model ridge}; alpha 0 is
 * ordinary least squares. Solved exactly, as by scikit-learn.
 */
public record RidgeLearner() implements LeastSquares {
    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "ridge";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return List.of(
                Hyperparameter.real("alpha", 1, Interval.atLeast(0), "how much the squares of the weights cost"));
    }

    /** The range of auto-sklearn (Feurer et al., 2015, NeurIPS), and as far again above, since rows are more on large data. */
    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("alpha", 1e-5, 1e4).startingAt(1.0));
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        checkFit(values, train);
        LeastSquares.Problem squares = LeastSquares.Problem.of(train, train.weights());
        Centered rows = squares.rows();
        double[] products = rows.x().transposedTimes(squares.y());
        return Model.of(squares.solution(solve(rows.products(), products, values.real("alpha"))));
    }

    /** Of many solutions, which only alpha 0 has, the shortest. */
    private static double[] solve(double[][] a, double[] b, double alpha) {
        for (int j = 0; j < b.length; j++) {
            a[j][j] += alpha;
        }
        double[][] copy = Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
        Cholesky factor = alpha > 0 ? Cholesky.of(copy) : null;
        if (factor == null) {
            return Centered.axes(a).solve(b);
        }
        factor.solve(b);
        return b;
    }

    /** The weights, of which the penalty leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return 1 + data.features() * data.rows() / (data.rows() + values.real("alpha"));
    }
}
