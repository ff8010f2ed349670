package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;

/** The mean squared distance of the probabilities from certainty of the right class; of two classes that of one (Brier, 1950). */
record Brier() implements Metric.OfClasses {
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
    public double score(int[] y, double[][] p) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            for (int k = p[i].length == 2 ? 1 : 0; k < p[i].length; k++) {
                double off = p[i][k] - (y[i] == k ? 1 : 0);
                sum += off * off;
            }
        }
        return sum / y.length;
    }
}
