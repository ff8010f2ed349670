package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Smooth;
import dev.fettle.learner.Differentiable;
import dev.fettle.learner.Fitting;
import dev.fettle.learner.Learner;
import dev.fettle.learner.Model;
import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.math.Vectors;
import dev.fettle.space.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/**
 * The gradient of the mean score over folds at a point, by the chain rule: of the metric by the predictions, and of those by
 * the hyperparameters. Without slopes to tell it trains as ever. For one thread.
 */
final class Gradient {
    private final Learner learner;
    private final List<Slope> slopes;
    private final Point point;
    private final double[] sums;
    private int folds;
    private Map<String, Model.Predictor> changes = Map.of();

    Gradient(Learner learner, List<Slope> slopes, Point point) {
        this.learner = learner;
        this.slopes = slopes;
        this.point = point;
        this.sums = new double[slopes.size()];
    }

    /** Trains on the rows of a fold. */
    Model fit(Configuration values, Dataset train, Fitting fitting) {
        if (slopes.isEmpty()) {
            return learner.fit(values, train, fitting);
        }
        List<String> by =
                slopes.stream().filter(s -> s.isActive(point)).map(Slope::name).toList();
        Differentiable.Tangents found = learner.differentiable().orElseThrow().tangents(values, train, fitting, by);
        changes = found.slopes();
        return found.model();
    }

    /** Adds what the fold tests, of which the model said so. */
    void add(Metric metric, Dataset test, double[][] said) {
        if (slopes.isEmpty()) {
            return;
        }
        folds++;
        double[][] byPrediction = slopes(metric, test, said);
        for (int s = 0; s < sums.length; s++) {
            Slope slope = slopes.get(s);
            if (slope.isActive(point)) {
                double[][] change =
                        Objects.requireNonNull(changes.get(slope.name())).predict(test);
                for (int i = 0; i < said.length; i++) {
                    sums[s] += Vectors.dot(byPrediction[i], change[i]) * slope.unit(point);
                }
            }
        }
    }

    private static double[][] slopes(Metric metric, Dataset rows, double[][] said) {
        if (metric instanceof Smooth.OfClasses smooth && rows.target() instanceof Dataset.Classes c) {
            return smooth.slopes(c.y(), said, rows.weights());
        }
        if (metric instanceof Smooth.OfValues smooth && rows.target() instanceof Dataset.Values v) {
            double[] predicted = Arrays.stream(said).mapToDouble(row -> row[0]).toArray();
            return Arrays.stream(smooth.slopes(v.y(), predicted, rows.weights()))
                    .mapToObj(slope -> new double[] {slope})
                    .toArray(double[][]::new);
        }
        throw new IllegalArgumentException("Metric (" + metric.id() + ") must be smooth for gradients.");
    }

    /** {@code [slopes]}; empty where one is not finite, as that of a training that amplifies the least change. */
    List<Double> mean() {
        double[] mean = DoubleStream.of(sums).map(sum -> sum / folds).toArray();
        return DoubleStream.of(mean).allMatch(Double::isFinite)
                ? DoubleStream.of(mean).boxed().toList()
                : List.of();
    }
}
