package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Vectors;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The elastic net: minimises ½|y − Xw|² + l1·|w|₁ + ½·l2·|w|² one weight after the other, from 0 (Friedman, Hastie and Tibshirani, 2010, J.
 * Stat. Softw. 33(1), section 2.1), until the duality gap is at most tol·|y|², as scikit-learn does. For one thread.
 */
final class CoordinateDescent {
    /** What both learners that descend know. */
    static final List<Hyperparameter> HYPERPARAMETERS = List.of(
            Hyperparameter.real("alpha", 1, Interval.atLeast(0), "how much weights cost"),
            Hyperparameter.whole("max_iter", 1000, Interval.atLeast(1), "the most rounds over the weights"),
            Hyperparameter.real(
                    "tol",
                    1e-4,
                    Interval.atLeast(0),
                    "how near the least value, as a share of the squares of the target"));

    private final ColumnMatrix x;
    private final double[] y;
    private final double l1;
    private final double l2;
    private final double[] squares;
    private final double[] w;
    private final double[] residual;

    /**
     * @param x columns with mean 0
     * @param y {@code [n]} with mean 0; not changed
     */
    CoordinateDescent(ColumnMatrix x, double[] y, double l1, double l2) {
        this.x = x;
        this.y = y;
        this.l1 = l1;
        this.l2 = l2;
        this.w = new double[x.columns().length];
        this.squares = new double[w.length];
        for (int j = 0; j < w.length; j++) {
            squares[j] = x.dot(j, x.columns()[j]);
        }
        this.residual = y.clone();
    }

    /**
     * The model of a learner with these hyperparameters: |y − Xw|²/(2n) + alpha·ratio·|w|₁ + ½·alpha·(1 − ratio)·|w|², where the
     * weights of rows are taken so that their mean is 1.
     *
     * @param ratio in [0, 1]
     */
    static Model fit(Configuration values, Dataset train, double ratio) {
        double[] weights = train.weights();
        double mean = DoubleStream.of(weights).sum() / weights.length;
        LeastSquares.Problem squares = LeastSquares.Problem.of(
                train, DoubleStream.of(weights).map(w -> w / mean).toArray());
        double penalty = values.real("alpha") * weights.length;
        int most = values.whole("max_iter");
        CoordinateDescent descent =
                new CoordinateDescent(squares.rows().x(), squares.y(), penalty * ratio, penalty * (1 - ratio));
        boolean converged = descent.run(most, values.real("tol"));
        return Model.of(squares.solution(descent.w)).warnedUnless(converged, most);
    }

    /** Goes round at most so often; whether the gap was closed. */
    boolean run(int most, double tol) {
        double enough = tol * Vectors.dot(y, y);
        for (int round = 1; round <= most; round++) {
            Fitting.checkInterrupt();
            if (round() <= tol && gap() <= enough) {
                return true;
            }
        }
        return gap() <= enough;
    }

    /** The largest change of a weight, as a share of the largest weight; 0 if all are 0. */
    private double round() {
        double largest = 0;
        double change = 0;
        for (int j = 0; j < w.length; j++) {
            if (squares[j] > 0) {
                double before = w[j];
                double pull = x.dot(j, residual) + before * squares[j];
                w[j] = (pull > l1 ? pull - l1 : pull < -l1 ? pull + l1 : 0) / (squares[j] + l2);
                if (w[j] != before) {
                    x.addTo(residual, before - w[j], j);
                }
                change = Math.max(change, Math.abs(w[j] - before));
                largest = Math.max(largest, Math.abs(w[j]));
            }
        }
        return largest == 0 ? 0 : change / largest;
    }

    /**
     * How far the value is from the least at most: from the dual at the residuals, shrunk until they are feasible (Fercoq,
     * Gramfort and Salmon, 2015, ICML, section 2; l2 as rows more), or without l1 from the slope and the curvature. Without any penalty the squared slope.
     */
    private double gap() {
        double[] slope = x.transposedTimes(residual);
        double steepest = 0;
        double all = 0;
        double size = 0;
        for (int j = 0; j < w.length; j++) {
            slope[j] -= l2 * w[j];
            steepest = Math.max(steepest, Math.abs(slope[j]));
            all += slope[j] * slope[j];
            size += Math.abs(w[j]);
        }
        if (l1 == 0) {
            return l2 > 0 ? all / (2 * l2) : all;
        }
        double shrunk = steepest > l1 ? l1 / steepest : 1;
        double rest = Vectors.dot(residual, residual) + l2 * Vectors.dot(w, w);
        return 0.5 * (1 + shrunk * shrunk) * rest + l1 * size - shrunk * Vectors.dot(residual, y);
    }
}
