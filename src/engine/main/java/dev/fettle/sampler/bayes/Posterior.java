package dev.fettle.sampler.bayes;

import dev.fettle.math.Cholesky;
import dev.fettle.math.Matern;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Gaussian process given the data (Rasmussen and Williams, 2006, equations 2.25 and 2.26). Immutable, for any thread.
 */
final class Posterior {
    private static final double MOST_JITTER = 1e-4;

    private final double[][] columns;
    private final double[] weights;
    private final double scale;
    private final Cholesky factor;
    private final double[] alpha;

    private Posterior(double[][] columns, double[] weights, double scale, Cholesky factor, double[] alpha) {
        this.columns = columns;
        this.weights = weights;
        this.scale = scale;
        this.factor = factor;
        this.alpha = alpha;
    }

    /** With as much jitter on the diagonal as the matrix needs; null if none helps. */
    static @Nullable Posterior of(Embedding embedding, Kernel kernel, Data data) {
        double[] weights = kernel.weights(embedding);
        for (double jitter = 1e-10; jitter <= MOST_JITTER; jitter *= 100) {
            Cholesky factor = Cholesky.of(covariance(kernel, weights, data, jitter));
            if (factor != null) {
                double[] alpha = data.y().clone();
                factor.solve(alpha);
                return new Posterior(data.columns(), weights, kernel.scale(), factor, alpha);
            }
        }
        return null;
    }

    private static double[][] covariance(Kernel kernel, double[] weights, Data data, double jitter) {
        int n = data.size();
        double[][] a = new double[n][n];
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            Distances.below(data.columns(), weights, i, row);
            Matern.values(row, i);
            for (int j = 0; j < i; j++) {
                a[j][i] = kernel.scale() * row[j];
            }
            a[i][i] = kernel.scale() * (1 + jitter) + kernel.noise() + kernel.share() * data.known()[i];
        }
        return a;
    }

    /**
     * As if one more place had come out as it is expected to: no mean moves, and all is surer there.
     *
     * @param z {@code [features]}
     * @param noise the variance of its loss, positive
     */
    Posterior plus(double[] z, double noise) {
        Cholesky grown = factor.plus(covariances(z), scale + noise);
        if (grown == null) {
            return this;
        }
        int n = alpha.length;
        double[][] more = new double[columns.length][];
        for (int f = 0; f < more.length; f++) {
            more[f] = Arrays.copyOf(columns[f], n + 1);
            more[f][n] = z[f];
        }
        return new Posterior(more, weights, scale, grown, Arrays.copyOf(alpha, n + 1));
    }

    /** A mean and a standard deviation. */
    record Belief(double mean, double sd) {}

    /** @param z {@code [features]} */
    Belief at(double[] z) {
        double[] k = covariances(z);
        double mean = 0;
        for (int i = 0; i < k.length; i++) {
            mean = Math.fma(k[i], alpha[i], mean);
        }
        factor.forward(k);
        double explained = 0;
        for (double v : k) {
            explained = Math.fma(v, v, explained);
        }
        return new Belief(mean, deviation(explained));
    }

    private double deviation(double explained) {
        return Math.sqrt(Math.max(scale * 1e-12, scale - explained));
    }

    private double[] covariances(double[] z) {
        double[] k = Distances.to(columns, weights, z, alpha.length);
        Matern.values(k, k.length);
        for (int i = 0; i < k.length; i++) {
            k[i] *= scale;
        }
        return k;
    }

    /**
     * Means and standard deviations with their slopes along some features.
     *
     * @param features those to differentiate by
     * @param meanSlopes {@code [features.length]} filled
     * @param sdSlopes as many, filled
     */
    Belief at(double[] z, int[] features, double[] meanSlopes, double[] sdSlopes) {
        int n = alpha.length;
        double[] k = Distances.to(columns, weights, z, n);
        double[] slopes = new double[n];
        Matern.values(k, slopes, n);
        double mean = 0;
        for (int i = 0; i < n; i++) {
            k[i] *= scale;
            slopes[i] *= 2 * scale;
            mean = Math.fma(k[i], alpha[i], mean);
        }
        factor.forward(k);
        double explained = 0;
        for (double v : k) {
            explained = Math.fma(v, v, explained);
        }
        factor.backward(k);
        double sd = deviation(explained);
        for (int j = 0; j < features.length; j++) {
            double[] column = columns[features[j]];
            double here = z[features[j]];
            double m = 0;
            double v = 0;
            for (int i = 0; i < n; i++) {
                double slope = slopes[i] * (here - column[i]);
                m = Math.fma(alpha[i], slope, m);
                v = Math.fma(k[i], slope, v);
            }
            meanSlopes[j] = weights[features[j]] * m;
            sdSlopes[j] = -weights[features[j]] * v / sd;
        }
        return new Belief(mean, sd);
    }

    /**
     * Beliefs of many places at once.
     *
     * @param places {@code [features][count]}
     * @param means {@code [count]} filled
     * @param sds as many, filled
     */
    void at(double[][] places, int count, double[] means, double[] sds) {
        int n = alpha.length;
        double[][] k = new double[n][];
        Arrays.fill(means, 0, count, 0);
        double[] z = new double[columns.length];
        for (int i = 0; i < n; i++) {
            for (int f = 0; f < z.length; f++) {
                z[f] = columns[f][i];
            }
            k[i] = Distances.to(places, weights, z, count);
            Matern.values(k[i], count);
            for (int j = 0; j < count; j++) {
                k[i][j] *= scale;
                means[j] = Math.fma(k[i][j], alpha[i], means[j]);
            }
        }
        factor.forward(k, count);
        double[] explained = new double[count];
        for (double[] row : k) {
            for (int j = 0; j < count; j++) {
                explained[j] = Math.fma(row[j], row[j], explained[j]);
            }
        }
        for (int j = 0; j < count; j++) {
            sds[j] = deviation(explained[j]);
        }
    }
}
