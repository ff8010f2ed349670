package dev.fettle.learner.tree;

import dev.fettle.data.Dataset;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * −ln of the probability of the true class (Friedman, 2001, sections 4.5 and 4.6). Of two classes the first always says 0,
 * so that one tree a round does.
 *
 * @param y {@code [n]}
 * @param weights {@code [n]}
 * @param start {@code [k]}
 * @param grown the classes that have rows, the first of two left out
 */
record LogLoss(int[] y, double[] weights, double[] start, int[] grown) implements Loss {
    /** Below it a Newton step is no number that means something. */
    private static final double FLAT = 1e-150;

    static LogLoss of(Dataset.Classes target, double[] weights) {
        double[] shares = new double[target.labels().size()];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            shares[target.y()[i]] += weights[i];
            total += weights[i];
        }
        double all = total;
        double[] start =
                Arrays.stream(shares).map(share -> StrictMath.log(share / all)).toArray();
        int[] there =
                IntStream.range(0, shares.length).filter(c -> shares[c] > 0).toArray();
        return new LogLoss(target.y(), weights, start, there.length == 2 ? new int[] {there[1]} : there);
    }

    @Override
    public double[][] residuals(double[][] said) {
        double[][] residuals = new double[grown.length][y.length];
        double[] shares = new double[said.length];
        for (int i = 0; i < y.length; i++) {
            for (int c = 0; c < shares.length; c++) {
                shares[c] = said[c][i];
            }
            Link.SOFTMAX.apply(shares, 1);
            for (int g = 0; g < grown.length; g++) {
                residuals[g][i] = (y[i] == grown[g] ? 1 : 0) - shares[grown[g]];
            }
        }
        return residuals;
    }

    /** A Newton step; with the factor of the paper's equation 34 if there are more than two classes. */
    @Override
    public double leaf(int[] rows, double[] residuals, double[] said) {
        double slope = 0;
        double curvature = 0;
        double weight = 0;
        for (int i : rows) {
            double size = Math.abs(residuals[i]);
            slope += weights[i] * residuals[i];
            curvature += weights[i] * (size * (1 - size));
            weight += weights[i];
        }
        double factor = grown.length == 1 ? 1 : (grown.length - 1.0) / grown.length;
        return curvature / weight < FLAT ? 0 : factor * slope / curvature;
    }

    @Override
    public Link link() {
        return Link.SOFTMAX;
    }
}
