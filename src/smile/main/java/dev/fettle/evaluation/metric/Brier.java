package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Optional;

/** The mean squared distance of the probabilities from certainty of the right class; of two classes that of one (Brier, 1950). */
record Brier() implements Smooth.OfClasses {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "brier";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(int[] y, double[][] p, double[] w) {
        return Means.of(w, i -> squares(y[i], p[i]));
    }

    private static double squares(int right, double[] p) {
        double sum = 0;
        for (int k = p.length == 2 ? 1 : 0; k < p.length; k++) {
            double off = p[k] - (right == k ? 1 : 0);
            sum += off * off;
        }
        return sum;
    }

    @Override
    public double[][] slopes(int[] y, double[][] p, double[] w) {
        double[][] slopes = new double[y.length][];
        double total = Means.sum(w, i -> 1);
        for (int i = 0; i < y.length; i++) {
            slopes[i] = new double[p[i].length];
            for (int k = p[i].length == 2 ? 1 : 0; k < p[i].length; k++) {
                slopes[i][k] = 2 * w[i] / total * (p[i][k] - (y[i] == k ? 1 : 0));
            }
        }
        return slopes;
    }

    @Override
    public Optional<String> warning(int[] y, double[][] p, double[] w) {
        return LogLoss.unshared(id(), p);
    }
}
