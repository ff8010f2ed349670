package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Cholesky;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Least squares with a penalty on the squares of the weights, |y − Xw|² + alpha·|w|², as {@code --model ridge}; alpha 0 is
 * ordinary least squares, of many solutions the shortest. Solved exactly, as by scikit-learn.
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
        LeastSquares.Problem problem = LeastSquares.Problem.of(train, train.weights());
        ColumnMatrix x = problem.rows().x();
        double alpha = values.real("alpha");
        double[] weights = alpha > 0 ? penalized(x, problem.y(), alpha) : null;
        return Model.of(problem.solution(weights == null ? x.leastSquares(problem.y()) : weights));
    }

    /** By the smaller system: (XᵀX + alpha·1)·w = Xᵀy, or w = Xᵀv with (XXᵀ + alpha·1)·v = y. */
    private static double @Nullable [] penalized(ColumnMatrix x, double[] y, double alpha) {
        if (x.columns().length <= x.rows()) {
            return solution(x, x.transposedTimes(y), alpha);
        }
        double[] v = solution(ColumnMatrix.of(x.columns()), y.clone(), alpha);
        return v == null ? null : x.transposedTimes(v);
    }

    /**
     * The z with (AᵀA + alpha·1)·z = b.
     *
     * @param b becomes z
     * @return null if alpha is so small that rounding leaves nothing of it
     */
    private static double @Nullable [] solution(ColumnMatrix a, double[] b, double alpha) {
        double[][] products = Centered.products(a);
        for (int j = 0; j < b.length; j++) {
            products[j][j] += alpha;
        }
        Cholesky factor = Cholesky.of(products, Fitting::checkInterrupt);
        if (factor == null) {
            return null;
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
