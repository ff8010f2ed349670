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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Least squares with a penalty on the squares of the weights, |y − Xw|² + alpha·|w|², as {@code --model ridge}; alpha 0 is
 * ordinary least squares, of many solutions the shortest. Solved exactly, as by scikit-learn.
 */
public record RidgeLearner() implements LeastSquares {
    private static final long serialVersionUID = 1;

    private static final double LEAST_PIVOT = 1e-8;

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
        double[] weights = byProducts(x, problem.y(), alpha);
        return Model.of(problem.solution(weights == null ? x.leastSquares(problem.y()) : weights));
    }

    /** By the smaller system: (XᵀX + alpha·1)·w = Xᵀy, or w = Xᵀv with (XXᵀ + alpha·1)·v = y. */
    private static double @Nullable [] byProducts(ColumnMatrix x, double[] y, double alpha) {
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
     * @return null if alpha is so small that rounding leaves nothing of it, or 0 and a column too near to others
     */
    private static double @Nullable [] solution(ColumnMatrix a, double[] b, double alpha) {
        double[][] products = Centered.products(a);
        for (int j = 0; j < b.length; j++) {
            products[j][j] += alpha;
        }
        double[] diagonal =
                IntStream.range(0, b.length).mapToDouble(j -> products[j][j]).toArray();
        Cholesky factor = Cholesky.of(products, Fitting::checkInterrupt);
        if (factor == null || (alpha == 0 && !keepsDigits(products, diagonal))) {
            return null;
        }
        factor.solve(b);
        return b;
    }

    /** Whether the pivots have half of their digits; that no unit of a column changes, as it does the lengths of the axes. */
    private static boolean keepsDigits(double[][] factor, double[] diagonal) {
        return IntStream.range(0, diagonal.length)
                .allMatch(j -> factor[j][j] * factor[j][j] > LEAST_PIVOT * diagonal[j]);
    }

    /** The weights, of which the penalty leaves a share. */
    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return 1 + data.features() * data.rows() / (data.rows() + values.real("alpha"));
    }
}
