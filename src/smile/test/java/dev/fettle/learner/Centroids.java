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
import java.util.concurrent.CancellationException;

/** A learner from elsewhere: found by its line in a service file. The nearer the mean of a class, the likelier it is. */
public record Centroids() implements Learner {
    private static final long serialVersionUID = 1;

    private static final List<Hyperparameter> ALL = List.of(
            Hyperparameter.real("sharpness", 1, Interval.above(0), "how fast a class gets unlikely with the distance"));

    @Override
    public String name() {
        return "centroids";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
        return ALL;
    }

    @Override
    public SearchSpace space(Dataset.Shape data) {
        return SearchSpace.of(Real.logUniform("sharpness", 0.1, 10));
    }

    @Override
    public boolean learns(Dataset.Target target) {
        return target instanceof Dataset.Classes;
    }

    @Override
    public double size(Configuration values, Dataset.Shape data) {
        return data.classes() * data.features();
    }

    @Override
    public Model fit(Configuration values, Dataset train, Fitting fitting) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Training was interrupted.");
        }
        Dataset.Classes target = (Dataset.Classes) train.target();
        double[][] means = new double[target.labels().size()][train.x()[0].length];
        int[] counts = new int[means.length];
        for (int i = 0; i < train.rows(); i++) {
            int c = target.y()[i];
            counts[c]++;
            for (int j = 0; j < means[c].length; j++) {
                means[c][j] += (train.x()[i][j] - means[c][j]) / counts[c];
            }
        }
        double sharpness = values.real("sharpness");
        return new Model(
                means,
                rows -> Arrays.stream(rows.x())
                        .map(x -> probabilities(x, means, counts, sharpness))
                        .toArray(double[][]::new),
                Map.of());
    }

    private static double[] probabilities(double[] x, double[][] means, int[] counts, double sharpness) {
        double[] p = new double[means.length];
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            double square = 0;
            for (int j = 0; j < x.length; j++) {
                square += (x[j] - means[c][j]) * (x[j] - means[c][j]);
            }
            p[c] = counts[c] == 0 ? 0 : 1 / (1 + sharpness * square);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }
}
