package dev.fettle.learner.linear;

import dev.fettle.learner.Fitting;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.SymmetricEigen;
import dev.fettle.math.Vectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows from whose columns the weighted means are taken, each times the root of its weight: so their products are weighted.
 * Nobody writes into the arrays.
 *
 * @param means {@code [p]}
 * @param x what is left, {@code [n]} rows
 * @param weight of all rows together
 */
record Centered(double[] means, ColumnMatrix x, double weight) {
    /** Rows that count alike, 1 each. */
    static Centered of(double[][] rows) {
        return of(rows, Vectors.ones(rows.length));
    }

    /**
     * Rows that count by weights.
     *
     * @param rows {@code [n][p]}, at least one; not changed
     * @param weights {@code [n]}, above 0
     */
    static Centered of(double[][] rows, double[] weights) {
        ColumnMatrix x = ColumnMatrix.of(rows);
        double[] means = new double[x.columns().length];
        double[] roots = roots(weights);
        for (int j = 0; j < means.length; j++) {
            means[j] = Vectors.center(x.columns()[j], weights);
            multiply(x.columns()[j], roots);
        }
        return new Centered(means, x, DoubleStream.of(weights).sum());
    }

    static double[] roots(double[] weights) {
        return DoubleStream.of(weights).map(Math::sqrt).toArray();
    }

    /** Each value becomes its product with its factor. */
    static void multiply(double[] values, double[] factors) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    /** {@code [p]} weighted mean squares. */
    double[] variances() {
        double[] variances = new double[means.length];
        for (int j = 0; j < variances.length; j++) {
            variances[j] = x.dot(j, x.columns()[j]) / weight;
        }
        return variances;
    }

    /** {@code [p][p]} weighted sums of products. */
    double[][] products() {
        return products(x);
    }

    /** {@code [p][p]} the products of all columns. */
    static double[][] products(ColumnMatrix x) {
        int p = x.columns().length;
        double[][] products = new double[p][p];
        for (int i = 0; i < p; i++) {
            Fitting.checkInterrupt();
            for (int j = 0; j <= i; j++) {
                products[i][j] = x.dot(i, x.columns()[j]);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /** {@code [p][p]} weighted mean products. */
    double[][] covariance() {
        double[][] covariance = products();
        for (double[] row : covariance) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= weight;
            }
        }
        return covariance;
    }

    /**
     * {@code [p][p]} the covariance, of which as much as pays with so few rows is replaced by that of independent features (Ledoit
     * and Wolf, 2004, J. Multivariate Anal. 88(2), section 3.3); as in scikit-learn on features of one scale.
     */
    double[][] shrunkCovariance() {
        double[] deviations =
                DoubleStream.of(variances()).map(v -> v > 0 ? Math.sqrt(v) : 1).toArray();
        Centered scaled = over(deviations);
        double[][] correlations = scaled.covariance();
        double[][] shrunk = shrunk(correlations, scaled.shrinkage(correlations));
        for (int i = 0; i < shrunk.length; i++) {
            for (int j = 0; j < shrunk.length; j++) {
                shrunk[i][j] *= deviations[i] * deviations[j];
            }
        }
        return shrunk;
    }

    /** The same with each column divided by a number. */
    private Centered over(double[] divisors) {
        double[][] columns = new double[divisors.length][];
        for (int j = 0; j < columns.length; j++) {
            double divisor = divisors[j];
            columns[j] = DoubleStream.of(x.columns()[j]).map(v -> v / divisor).toArray();
        }
        return new Centered(means, new ColumnMatrix(columns, x.rows()), weight);
    }

    /** Which share pays: how far products of rows are from their mean, as a share of how far that is from what replaces it. */
    private double shrinkage(double[][] covariance) {
        double squares = 0;
        double trace = 0;
        for (int i = 0; i < covariance.length; i++) {
            squares += Vectors.dot(covariance[i], covariance[i]);
            trace += covariance[i][i];
        }
        double[] lengths = new double[x.rows()];
        for (double[] column : x.columns()) {
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] += column[i] * column[i];
            }
        }
        double noise = (Vectors.dot(lengths, lengths) / weight - squares) / weight;
        double apart = squares - trace * trace / covariance.length;
        return covariance.length > 1 && apart > 0 ? Math.max(0, Math.min(1, noise / apart)) : 0;
    }

    /** (1 − s)·covariance + s·(mean variance)·1. */
    static double[][] shrunk(double[][] covariance, double s) {
        int p = covariance.length;
        double variance =
                IntStream.range(0, p).mapToDouble(j -> covariance[j][j]).sum() / p;
        double[][] shrunk = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                shrunk[i][j] = (1 - s) * covariance[i][j] + (i == j ? s * variance : 0);
            }
        }
        return shrunk;
    }

    /**
     * The axes of sums of products.
     *
     * @throws ArithmeticException if there are none
     */
    static SymmetricEigen axes(double[][] products) {
        SymmetricEigen axes = SymmetricEigen.of(products);
        if (axes == null) {
            throw new ArithmeticException("Products of features must be finite. Maybe scaled features.");
        }
        return axes;
    }
}
