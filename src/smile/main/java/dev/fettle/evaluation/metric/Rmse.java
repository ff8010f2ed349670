package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.stream.DoubleStream;

/** The root of the mean squared error. */
record Rmse() implements Smooth.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "rmse";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        return Math.sqrt(Means.squares(y, predicted, w));
    }

    @Override
    public double[] slopes(double[] y, double[] predicted, double[] w) {
        double share = 0.5 / score(y, predicted, w);
        return DoubleStream.of(new Mse().slopes(y, predicted, w))
                .map(slope -> share * slope)
                .toArray();
    }
}
