package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Differentiable;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.Cholesky;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Vectors;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Least squares with a penalty on the squares of the weights, |y − Xw|² + alpha·|w|², as {@code --model ridge}; alpha 0 is
 * ordinary least squares, of many solutions the shortest. Solved exactly, as by scikit-learn.
 */
public record RidgeLearner() implements LeastSquares, Differentiable {
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
        return tangents(values, train, fitting, List.of()).model();
    }

    @Override
    public Optional<Differentiable> differentiable() {
        return Optional.of(this);
    }

    @Override
    public List<String> variables() {
        return List.of("alpha");
    }

    /** By differentiating the normal equations, dw/dalpha = −(XᵀX + alpha·1)⁻¹·w; nothing is solved twice. */
    @Override
    public Tangents tangents(Configuration values, Dataset train, Fitting fitting, List<String> by) {
        checkFit(values, train);
        LeastSquares.Problem problem = LeastSquares.Problem.of(train, train.weights());
        ColumnMatrix x = problem.rows().x();
        double[][] found = byProducts(x, problem.y(), values.real("alpha"));
        double[] weights = found == null ? x.leastSquares(problem.y()) : found[0];
        Model model = Model.of(problem.solution(weights));
        if (by.isEmpty()) {
            return new Tangents(model, Map.of());
        }
        double[] slopes = found == null ? shortest(x, weights) : found[1];
        LeastSquares.Solution change = new LeastSquares.Solution(
                slopes, -Vectors.dot(slopes, problem.rows().means()));
        return new Tangents(model, Map.of("alpha", Model.of(change).predictor()));
    }

    /**
     * By the smaller system: (XᵀX + alpha·1)·w = Xᵀy, or w = Xᵀv with (XXᵀ + alpha·1)·v = y.
     *
     * @return {@code [2][p]} the weights and their derivatives by alpha; null if alpha is so small that rounding leaves nothing
     *     of it, or 0 and a column too near to others
     */
    private static double @Nullable [][] byProducts(ColumnMatrix x, double[] y, double alpha) {
        boolean wide = x.columns().length > x.rows();
        Cholesky factor = factor(wide ? ColumnMatrix.of(x.columns()) : x, alpha);
        if (factor == null) {
            return null;
        }
        double[] z = wide ? y.clone() : x.transposedTimes(y);
        factor.solve(z);
        double[] slopes = negative(z);
        factor.solve(slopes);
        return wide ? new double[][] {x.transposedTimes(z), x.transposedTimes(slopes)} : new double[][] {z, slopes};
    }

    /** That of AᵀA + alpha·1, or null. */
    private static @Nullable Cholesky factor(ColumnMatrix a, double alpha) {
        double[][] products = Centered.products(a);
        for (int j = 0; j < products.length; j++) {
            products[j][j] += alpha;
        }
        double[] diagonal = IntStream.range(0, products.length)
                .mapToDouble(j -> products[j][j])
                .toArray();
        Cholesky factor = Cholesky.of(products, Fitting::checkInterrupt);
        return factor == null || (alpha == 0 && !keepsDigits(products, diagonal)) ? null : factor;
    }

    /** {@code [p]} −(XᵀX)⁺·w, where alpha has nearly gone. */
    private static double[] shortest(ColumnMatrix x, double[] weights) {
        return negative(x.leastSquares(ColumnMatrix.of(x.columns()).leastSquares(weights)));
    }

    private static double[] negative(double[] z) {
        return DoubleStream.of(z).map(v -> -v).toArray();
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
