package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.stream.IntStream;

/** The mean squared error. */
record Mse() implements Smooth.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "mse";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        return Means.squares(y, predicted, w);
    }

    @Override
    public double[] slopes(double[] y, double[] predicted, double[] w) {
        double total = Means.sum(w, i -> 1);
        return IntStream.range(0, y.length)
                .mapToDouble(i -> 2 * w[i] / total * (predicted[i] - y[i]))
                .toArray();
    }
}
