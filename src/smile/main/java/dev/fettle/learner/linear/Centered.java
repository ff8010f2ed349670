package dev.fettle.learner.linear;

import dev.fettle.learner.Fitting;
import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.SymmetricEigen;
import dev.fettle.math.Vectors;
import java.util.stream.DoubleStream;

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
        for (int j = 0; j < means.length; j++) {
            means[j] = Vectors.center(x.columns()[j], weights);
            root(x.columns()[j], weights);
        }
        return new Centered(means, x, DoubleStream.of(weights).sum());
    }

    /** Each value becomes its product with the root of its weight. */
    static void root(double[] values, double[] weights) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= Math.sqrt(weights[i]);
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
