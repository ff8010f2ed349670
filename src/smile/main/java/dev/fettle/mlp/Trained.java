package dev.fettle.mlp;

import java.io.Serializable;
import java.util.List;

/**
 * A net after training, and how the training went.
 *
 * @param losses the loss before each epoch's updates, penalty included; for lbfgs after each iteration
 * @param rates the learning rate of each epoch's last step; empty for lbfgs
 * @param converged whether the loss stalled before the epochs ran out
 */
record Trained(Network network, double[] theta, List<Double> losses, List<Double> rates, boolean converged)
        implements Serializable {
    Trained {
        losses = List.copyOf(losses);
        rates = List.copyOf(rates);
    }

    /** The outputs {@code [outputs][rows]} for rows {@code [rows][features]}. */
    double[][] outputs(double[][] rows) {
        int features = network.layers().get(0).in();
        for (double[] row : rows) {
            if (row.length != features) {
                throw new IllegalArgumentException("Features (" + row.length + ") must be " + features + ".");
            }
        }
        return network.new Pass(rows.length).forward(theta, Samples.of(rows, new double[0][]));
    }

    /** Weights {@code [layers][from][to]}. */
    double[][][] coefs() {
        return network.layers().stream()
                .map(layer -> {
                    double[][] w = new double[layer.in()][layer.out()];
                    for (int j = 0; j < layer.out(); j++) {
                        for (int i = 0; i < layer.in(); i++) {
                            w[i][j] = theta[layer.weight(i, j)];
                        }
                    }
                    return w;
                })
                .toArray(double[][][]::new);
    }

    /** Biases {@code [layers][to]}. */
    double[][] intercepts() {
        return network.layers().stream()
                .map(layer -> java.util.Arrays.copyOfRange(theta, layer.bias(), layer.end()))
                .toArray(double[][]::new);
    }
}
