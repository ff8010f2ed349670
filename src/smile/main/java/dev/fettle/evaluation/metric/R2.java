package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Arrays;
import java.util.Optional;

/**
 * 1 − residual/total sum of squares. If all targets are equal it is 1 for a perfect prediction, else 0; of a single row it
 * is NaN.
 */
record R2() implements Metric.OfValues {
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
    public double score(double[] y, double[] predicted) {
        if (lack(y).isPresent()) {
            return Double.NaN;
        }
        double residual = Errors.squares(y, predicted);
        double mean = Arrays.stream(y).reduce(0, Double::sum) / y.length;
        double total = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).reduce(0, Double::sum);
        if (total > 0 && Arrays.stream(y).anyMatch(v -> v != y[0])) {
            return 1 - residual / total;
        }
        return residual > 0 ? 0 : 1 - residual;
    }
}
