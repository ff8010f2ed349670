package dev.fettle.cart;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A grown tree; node 0 is the root. Immutable as long as nobody writes into the arrays; for any thread.
 *
 * @param feature {@code [nodes]}, which feature a node asks for
 * @param threshold {@code [nodes]}, up to which value, and with it, rows go left
 * @param left {@code [nodes]}, the left child, beside which the right one stands; 0 for a leaf
 * @param values {@code [nodes][width]} in one row
 */
public record Tree(int[] feature, double[] threshold, int[] left, double[] values, int width) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The node in which a row ends. */
    public int leaf(double[] x) {
        int node = 0;
        while (left[node] > 0) {
            node = x[feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
        }
        return node;
    }

    /** Adds the values of a row's leaf to {@code sums}, the first at {@code first}. */
    public void addTo(double[] sums, int first, double[] x) {
        int at = leaf(x) * width;
        for (int k = 0; k < width; k++) {
            sums[first + k] += values[at + k];
        }
    }

    /** The values of a node, a fresh copy. */
    public double[] values(int node) {
        return Arrays.copyOfRange(values, node * width, (node + 1) * width);
    }

    /** How many nodes there are, leaves among them. */
    public int nodes() {
        return left.length;
    }

    /**
     * The same splits with other values.
     *
     * @param others {@code [nodes][w]} in one row
     */
    public Tree with(double[] others) {
        return new Tree(feature, threshold, left, others, others.length / nodes());
    }
}
