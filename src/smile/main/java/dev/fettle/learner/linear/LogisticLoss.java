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
