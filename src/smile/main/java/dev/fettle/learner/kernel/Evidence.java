package dev.fettle.learner.kernel;

import dev.fettle.learner.Fitting;
import dev.fettle.math.BoxLbfgs;
import dev.fettle.math.Cholesky;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.FusedMultiplyAdd;
import dev.fettle.math.Lbfgs;
import dev.fettle.math.Vectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How likely a target is under a Gaussian process with covariance s²·(k(D/scale²) + alpha·1), at the most likely s: minus the
 * logarithm of the marginal likelihood (Rasmussen and Williams, 2006, equations 2.30 and 5.9), by the logarithms of scale and
 * alpha. What it predicts does not depend on s. For one thread.
 */
final class Evidence implements Lbfgs.Problem {
    static {
        FusedMultiplyAdd.check();
    }

    private static final double[] LOW = {StrictMath.log(1e-3), StrictMath.log(1e-10)};
    private static final double[] HIGH = {StrictMath.log(1e4), StrictMath.log(1e3)};

    private final Covariance covariance;
    private final double[][] distances;
    private final double[] y;

    /**
     * @param x {@code [n][p]}
     * @param y {@code [n]} with mean 0
     */
    Evidence(Covariance covariance, double[][] x, double[] y) {
        this.covariance = covariance;
        this.y = y;
        ColumnMatrix columns = ColumnMatrix.of(x);
        this.distances = Arrays.stream(x)
                .peek(row -> Fitting.checkInterrupt())
                .map(columns::squaredDistances)
                .toArray(double[][]::new);
    }

    /**
     * The most likely scale and alpha, uphill from √p and a tenth.
     *
     * @param given {@code [2]} each a value that stays, or NaN
     */
    double[] best(double[] given, int features) {
        double[] start = {0.5 * StrictMath.log(features), StrictMath.log(0.1)};
        double[] low = LOW.clone();
        double[] high = HIGH.clone();
        for (int i = 0; i < 2; i++) {
            if (!Double.isNaN(given[i])) {
                start[i] = StrictMath.log(given[i]);
                low[i] = start[i];
                high[i] = start[i];
            }
        }
        double[] end = new BoxLbfgs(10, 100, 1e-5 * y.length, 1e-9)
                .minimize(this, start, low, high)
                .x();
        return new double[] {
            Double.isNaN(given[0]) ? StrictMath.exp(end[0]) : given[0],
            Double.isNaN(given[1]) ? StrictMath.exp(end[1]) : given[1]
        };
    }

    @Override
    public double evaluate(double[] place, double[] gradient) {
        double alpha = StrictMath.exp(place[1]);
        double[][] slopes = new double[y.length][y.length];
        Cholesky factor = factor(StrictMath.exp(place[0]), alpha, slopes);
        if (factor == null) {
            return Double.POSITIVE_INFINITY;
        }
        double[] w = y.clone();
        factor.solve(w);
        double fit = Vectors.dot(y, w) / y.length;
        double[][] inverse = factor.inverse();
        double byScale = 0;
        double byAlpha = 0;
        for (int i = 0; i < y.length; i++) {
            Fitting.checkInterrupt();
            for (int j = 0; j < i; j++) {
                byScale += 2 * (inverse[i][j] - w[i] * w[j] / fit) * slopes[i][j];
            }
            byAlpha += inverse[i][i] - w[i] * w[i] / fit;
        }
        gradient[0] = 0.5 * byScale;
        gradient[1] = 0.5 * alpha * byAlpha;
        return 0.5 * (y.length * StrictMath.log(fit) + factor.logDeterminant());
    }

    /**
     * Of k + alpha·1.
     *
     * @param slopes {@code [n][n]} filled with the derivatives by the logarithm of the scale
     * @return null unless it is positive definite
     */
    @Nullable
    Cholesky factor(double scale, double alpha, double[][] slopes) {
        double[][] k = new double[y.length][];
        for (int i = 0; i < k.length; i++) {
            Fitting.checkInterrupt();
            k[i] = distances[i].clone();
            for (int j = 0; j < k.length; j++) {
                k[i][j] /= scale * scale;
            }
            double[] d = k[i].clone();
            covariance.values(k[i], slopes[i]);
            for (int j = 0; j < k.length; j++) {
                slopes[i][j] *= -2 * d[j];
            }
            k[i][i] += alpha;
        }
        return Cholesky.of(k, Fitting::checkInterrupt);
    }
}
