package dev.fettle.learner.linear;

import dev.fettle.data.Dataset;
import dev.fettle.learner.ClassWeight;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.Elementary;
import dev.fettle.math.FusedMultiplyAdd;
import dev.fettle.math.Lbfgs;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The weighted mean of −ln p of the true classes plus ½·penalty·|w|², of a model whose log-odds are linear; intercepts are free. Of two
 * classes the first has weights 0, as in scikit-learn. Its places are the weights, class by class, each with its intercept
 * last. For one thread.
 */
final class LogisticLoss implements Lbfgs.Problem {
    static {
        FusedMultiplyAdd.check();
    }

    private final ColumnMatrix x;
    private final int classes;
    private final int[] present;
    private final int[] y;
    private final double[] rowWeights;
    private final double penalty;
    private final double[][] p;
    private final double[] scratch;
    private final int first;

    /**
     * @param classes how many there are
     * @param present the m of them that have a row, rising; only these have weights
     * @param y {@code [n]} which of those
     * @param rowWeights {@code [n]} with sum 1
     */
    private LogisticLoss(ColumnMatrix x, int classes, int[] present, int[] y, double[] rowWeights, double penalty) {
        this.x = x;
        this.classes = classes;
        this.present = present;
        this.y = y;
        this.rowWeights = rowWeights;
        this.penalty = penalty;
        this.p = new double[present.length][x.rows()];
        this.scratch = new double[x.rows()];
        this.first = present.length == 2 ? 1 : 0;
    }

    /** scikit-learn's, divided by C·n, or by C times the sum of the weights. */
    static LogisticLoss of(Configuration values, Dataset train) {
        Dataset.Classes target = (Dataset.Classes) train.target();
        int[] present = IntStream.of(target.y()).distinct().sorted().toArray();
        int[] y = IntStream.of(target.y())
                .map(c -> Arrays.binarySearch(present, c))
                .toArray();
        double[] weights = train.weights();
        double all = DoubleStream.of(weights).sum();
        double[] classWeights = ClassWeight.of(values, y, weights, present.length);
        double[] rowWeights = IntStream.range(0, y.length)
                .mapToDouble(i -> weights[i] * classWeights[y[i]] / all)
                .toArray();
        double penalty = values.text("penalty").equals("l2") ? 1 / (values.real("C") * all) : 0;
        return new LogisticLoss(ColumnMatrix.of(train.x()), target.labels().size(), present, y, rowWeights, penalty);
    }

    int dimensions() {
        return (p.length - first) * (features() + 1);
    }

    private int features() {
        return x.columns().length;
    }

    /** Weights and intercept of a class that is present, at a place; 0 for the first of two. */
    private double[] weights(double[] place, int k) {
        int from = (k - first) * (features() + 1);
        return k < first ? new double[features() + 1] : Arrays.copyOfRange(place, from, from + features() + 1);
    }

    /** The model at a place. */
    LinearScores scores(double[] place) {
        LinearScores scores = LinearScores.none(classes, features());
        for (int k = 0; k < present.length; k++) {
            double[] w = weights(place, k);
            scores.set(present[k], Arrays.copyOf(w, features()), w[features()]);
        }
        return scores;
    }

    @Override
    public double evaluate(double[] place, double[] gradient) {
        Fitting.checkInterrupt();
        for (int k = 0; k < p.length; k++) {
            double[] w = weights(place, k);
            p[k] = x.times(w);
            for (int i = 0; i < y.length; i++) {
                p[k][i] += w[features()];
            }
        }
        double loss = softmax();
        for (int k = first; k < p.length; k++) {
            int from = (k - first) * (features() + 1);
            double[] slope = x.transposedTimes(p[k]);
            for (int j = 0; j < slope.length; j++) {
                double w = place[from + j];
                gradient[from + j] = Math.fma(penalty, w, slope[j]);
                loss = Math.fma(0.5 * penalty * w, w, loss);
            }
            gradient[from + slope.length] = sum(p[k]);
        }
        return loss;
    }

    /**
     * {@code [d][d]} the second derivatives at the place where the loss was last evaluated, to which is added 1 for each two
     * intercepts of three or more classes: shifting all of them alike changes nothing, so that without it a solution is not
     * the only one, and with it the shortest, if the right side does not ask for a shift.
     */
    double[][] curvature() {
        double[][] curvature = new double[dimensions()][dimensions()];
        int width = features() + 1;
        for (int k = first; k < p.length; k++) {
            for (int l = first; l <= k; l++) {
                Fitting.checkInterrupt();
                addBlock(curvature, (k - first) * width, (l - first) * width, shared(k, l));
                curvature[(k - first) * width + features()][(l - first) * width + features()] += first == 0 ? 1 : 0;
            }
        }
        for (int a = 0; a < curvature.length; a++) {
            curvature[a][a] += a % width < features() ? penalty : 0;
            for (int b = 0; b < a; b++) {
                curvature[b][a] = curvature[a][b];
            }
        }
        return curvature;
    }

    /** {@code [n]} w·p·(1 − p) for one class, of which a residual has either factor, −w·p·q for two. */
    private double[] shared(int k, int l) {
        double[] shared = new double[y.length];
        for (int i = 0; i < shared.length; i++) {
            double residual = Math.abs(p[k][i]);
            shared[i] = k == l ? residual * (1 - residual / rowWeights[i]) : -rowWeights[i] * share(k, i) * share(l, i);
        }
        return shared;
    }

    /** The probability of a class, from the residuals. */
    private double share(int k, int i) {
        return p[k][i] / rowWeights[i] + (y[i] == k ? 1 : 0);
    }

    /** Adds Σ shared·xxᵀ, where x has a 1 at its end. */
    private void addBlock(double[][] to, int row, int column, double[] shared) {
        for (int j = 0; j <= features(); j++) {
            double[] weighted = shared.clone();
            if (j < features()) {
                Centered.multiply(weighted, x.columns()[j]);
            }
            double[] products = x.transposedTimes(weighted);
            System.arraycopy(products, 0, to[row + j], column, features());
            to[row + j][column + features()] = sum(weighted);
        }
    }

    /** {@code [d]} the derivatives of the gradient by ln C, with their signs turned: penalty·w. */
    double[] pull(double[] place) {
        double[] pull = new double[place.length];
        for (int a = 0; a < place.length; a++) {
            pull[a] = a % (features() + 1) < features() ? penalty * place[a] : 0;
        }
        return pull;
    }

    /** Of scores p becomes the slope of the loss by them; returns the loss without the penalty. */
    private double softmax() {
        double[] most = p[0].clone();
        for (double[] scores : p) {
            for (int i = 0; i < most.length; i++) {
                most[i] = Math.max(most[i], scores[i]);
            }
        }
        double loss = 0;
        for (int i = 0; i < most.length; i++) {
            loss += rowWeights[i] * (most[i] - p[y[i]][i]);
        }
        double[] sums = new double[most.length];
        for (double[] scores : p) {
            for (int i = 0; i < most.length; i++) {
                scores[i] -= most[i];
            }
            Elementary.exp(scores, scratch, most.length);
            for (int i = 0; i < most.length; i++) {
                sums[i] += scores[i];
            }
        }
        for (int i = 0; i < most.length; i++) {
            loss += rowWeights[i] * StrictMath.log(sums[i]);
        }
        residuals(sums);
        return loss;
    }

    private void residuals(double[] sums) {
        for (double[] share : p) {
            for (int i = 0; i < sums.length; i++) {
                share[i] *= rowWeights[i] / sums[i];
            }
        }
        for (int i = 0; i < sums.length; i++) {
            p[y[i]][i] -= rowWeights[i];
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }
}
