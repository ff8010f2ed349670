package dev.fettle.learner.linear;

import dev.fettle.math.ColumnMatrix;
import dev.fettle.math.SymmetricEigen;
import java.util.Arrays;

/**
 * Rows from whose columns the means are taken. Nobody writes into the arrays.
 *
 * @param means {@code [p]}
 * @param x what is left, {@code [n]} rows
 */
record Centered(double[] means, ColumnMatrix x) {
    /** @param rows {@code [n][p]}, at least one; not changed */
    static Centered of(double[][] rows) {
        ColumnMatrix x = ColumnMatrix.of(rows);
        double[] means = new double[x.columns().length];
        for (int j = 0; j < means.length; j++) {
            means[j] = center(x.columns()[j]);
        }
        return new Centered(means, x);
    }

    /** Takes the mean from each value, and returns it; equal values become 0, since sums start from one of them. */
    static double center(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v - values[0];
        }
        double mean = values[0] + sum / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return mean;
    }

    /** {@code [p]} mean squares. */
    double[] variances() {
        double[] variances = new double[means.length];
        for (int j = 0; j < variances.length; j++) {
            variances[j] = x.dot(j, x.columns()[j]) / x.rows();
        }
        return variances;
    }

    /** {@code [p][p]} sums of products. */
    double[][] products() {
        return Arrays.stream(x.columns()).map(x::transposedTimes).toArray(double[][]::new);
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
