package dev.fettle.learner;

import dev.fettle.data.Dataset;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.learner.hyperparameter.Hyperparameter;
import dev.fettle.learner.hyperparameter.Interval;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A learner with a resource that tells of every round: a plane through the values, found by steps down the squared error. */
public record Descent() implements Learner {
    private static final long serialVersionUID = 1;

    private static final List<Hyperparameter> ALL = List.of(
            Hyperparameter.whole("rounds", 50, Interval.atLeast(1), "how many steps"),
            Hyperparameter.real("rate", 0.02, Interval.above(0).atMost(1), "how far a step goes"));

    @Override
    public String name() {
        return "descent";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return ALL;
    }

    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("rate", 1e-3, 0.1).startingAt(0.02));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Values;
    }

    @Override
    public Optional<String> resource() {
        return Optional.of("rounds");
    }

    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.features() + 1.0;
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        int rounds = fitting.resource() == Fitting.ALL ? values.whole("rounds") : fitting.resource();
        double[] weights = new double[train.x()[0].length + 1];
        for (int round = 1; round <= rounds; round++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("Training was interrupted.");
            }
            step(weights, train, values.real("rate"));
            if (round < rounds && !fitting.report(round, predictor(weights))) {
                break;
            }
        }
        return new Model(weights, predictor(weights.clone()), Map.of());
    }

    private static void step(double[] weights, Dataset train, double rate) {
        double[] y = ((Dataset.Values) train.target()).y();
        double[] before = weights.clone();
        for (int i = 0; i < y.length; i++) {
            double error = value(before, train.x()[i]) - y[i];
            for (int j = 0; j < weights.length; j++) {
                weights[j] -= rate * error * (j == 0 ? 1 : train.x()[i][j - 1]) / y.length;
            }
        }
    }

    private static double value(double[] weights, double[] x) {
        double sum = weights[0];
        for (int j = 0; j < x.length; j++) {
            sum += weights[j + 1] * x[j];
        }
        return sum;
    }

    private static Model.Predictor predictor(double[] weights) {
        return rows -> Arrays.stream(rows.x())
                .map(x -> new double[] {value(weights, x)})
                .toArray(double[][]::new);
    }
}
