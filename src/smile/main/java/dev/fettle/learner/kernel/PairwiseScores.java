package dev.fettle.learner.kernel;

import dev.fettle.learner.ScoreClassifier;
import dev.fettle.math.ColumnMatrix;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A machine for every pair of classes. The score of a class is the number of its wins, and below 1 how clearly it won:
 * scikit-learn's decision_function of shape ovr, so that of classes with as many wins the clearest is told. Of two classes the
 * first has the decision value and the second 0.
 *
 * @param present the classes that have rows, rising; the others are never told
 * @param support the support vectors, class by class
 * @param starts {@code [k + 1]} where those of a class begin
 */
record PairwiseScores(Kernel kernel, int[] present, ColumnMatrix support, int[] starts, List<Pair> pairs)
        implements ScoreClassifier.Scores {
    private static final long serialVersionUID = 1;

    /**
     * What tells class a, where it is above 0, from class b.
     *
     * @param weights of the support vectors of a and then of b
     */
    record Pair(int a, int b, double[] weights, double bias) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    @Override
    public double[] of(double[] x) {
        double[] k = kernel.values(support, x);
        double[] wins = new double[starts.length - 1];
        double[] clearness = new double[wins.length];
        for (Pair pair : pairs) {
            double decision = pair.bias + sum(pair.weights, 0, k, pair.a) + sum(pair.weights, count(pair.a), k, pair.b);
            wins[decision > 0 ? pair.a : pair.b]++;
            clearness[pair.a] += decision;
            clearness[pair.b] -= decision;
        }
        double[] scores = new double[wins.length];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int c : present) {
            scores[c] = wins[c] + clearness[c] / (3 * (Math.abs(clearness[c]) + 1));
        }
        if (present.length == 2) {
            scores[present[0]] = clearness[present[0]];
            scores[present[1]] = 0;
        }
        return scores;
    }

    /** Of two classes how clearly it is the second; of more the scores of those that are present. */
    double[] decisions(double[] x) {
        double[] scores = of(x);
        return present.length == 2
                ? new double[] {scores[present[1]] - scores[present[0]]}
                : Arrays.stream(present).mapToDouble(c -> scores[c]).toArray();
    }

    private int count(int c) {
        return starts[c + 1] - starts[c];
    }

    /** The part of class c, whose weights begin somewhere. */
    private double sum(double[] w, int from, double[] k, int c) {
        double sum = 0;
        for (int i = 0; i < count(c); i++) {
            sum = Math.fma(w[from + i], k[starts[c] + i], sum);
        }
        return sum;
    }
}
