package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * 1 − residual/total sum of squares. If all targets are equal it is 1 for a perfect prediction, else 0; of a single row it
 * is NaN.
 */
record R2() implements Smooth.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "r2";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public Optional<String> lack(double[] y) {
        return y.length < 2 ? Optional.of("a second row") : Optional.empty();
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        if (lack(y).isPresent()) {
            return Double.NaN;
        }
        return Means.explained(Means.squares(y, predicted, w), Means.variance(y, w));
    }

    @Override
    public double[] slopes(double[] y, double[] predicted, double[] w) {
        double variance = Means.variance(y, w);
        return DoubleStream.of(new Mse().slopes(y, predicted, w))
                .map(slope -> -slope / variance)
                .toArray();
    }
}
