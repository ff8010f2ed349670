package dev.fettle.mlp;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The shape of a net, without its parameters, which lie in one flat array. Immutable, for any thread. */
record Network(List<Layer> layers, Activation activation, Output output) implements Serializable {
    Network {
        layers = List.copyOf(layers);
    }

    /** A net with the given units from the features to the outputs, at least two numbers. */
    static Network of(List<Integer> units, Activation activation, Output output) {
        List<Layer> layers = new ArrayList<>();
        int offset = 0;
        for (int l = 0; l + 1 < units.size(); l++) {
            layers.add(new Layer(units.get(l), units.get(l + 1), offset));
            offset = layers.get(l).end();
        }
        return new Network(layers, activation, output);
    }

    /** How many weights and biases there are. */
    int size() {
        return layers.get(layers.size() - 1).end();
    }

    /** Uniform within √(6/(in + out)), for the logistic function √(2/(in + out)); biases too, as scikit-learn does. */
    double[] initial(Seed seed) {
        double[] theta = new double[size()];
        for (int l = 0; l < layers.size(); l++) {
            Layer layer = layers.get(l);
            RandomGenerator random = seed.child(l).random();
            double bound = Math.sqrt(activation.glorot() / (layer.in() + layer.out()));
            for (int i = layer.offset(); i < layer.end(); i++) {
                theta[i] = (2 * random.nextDouble() - 1) * bound;
            }
        }
        return theta;
    }

    /** ½·α·Σw² over the weights, not yet divided by the rows. */
    double penalty(double[] theta, double alpha) {
        double sum = 0;
        for (Layer layer : layers) {
            sum += layer.squares(theta);
        }
        return 0.5 * alpha * sum;
    }

    /**
     * Arrays for one thread to push batches of at most {@code columns} through the net; nothing is allocated afterwards.
     */
    final class Pass {
        private final double[][][] signals;
        private final double[][][] deltas;
        private final double[] scratch;
        private final double[] more;

        Pass(int columns) {
            int depth = layers.size();
            signals = new double[depth][][];
            deltas = new double[depth][][];
            for (int l = 0; l < depth; l++) {
                signals[l] = new double[layers.get(l).out()][columns];
                deltas[l] = new double[layers.get(l).out()][columns];
            }
            scratch = new double[Math.max(Layer.SCRATCH, columns)];
            more = new double[columns];
        }

        /** The outputs {@code [outputs][n]} for the first {@code n} columns of x; valid until the next call. */
        double[][] forward(double[] theta, double[][] x, int n) {
            int last = layers.size() - 1;
            for (int l = 0; l <= last; l++) {
                layers.get(l).forward(theta, l == 0 ? x : signals[l - 1], signals[l], scratch, more, n);
                if (l < last) {
                    for (double[] row : signals[l]) {
                        activation.apply(row, scratch, more, n);
                    }
                }
            }
            output.apply(signals[last], scratch, more, n);
            return signals[last];
        }

        /** The mean loss with penalty over the first {@code n} columns, and its gradient in theta. */
        double lossAndGradient(double[] theta, double alpha, Samples batch, double[] gradient) {
            int n = batch.size();
            int last = layers.size() - 1;
            double[][] out = forward(theta, batch.x(), n);
            double loss = output.loss(out, batch.y(), scratch, n) + penalty(theta, alpha) / n;
            for (int k = 0; k < out.length; k++) {
                Rows.subtract(deltas[last][k], out[k], batch.y()[k], n);
            }
            for (int l = last; l >= 0; l--) {
                Layer layer = layers.get(l);
                layer.gradient(theta, alpha, l == 0 ? batch.x() : signals[l - 1], deltas[l], gradient, scratch, n);
                if (l > 0) {
                    layer.backward(theta, deltas[l], deltas[l - 1], scratch, more, n);
                    for (int j = 0; j < layer.in(); j++) {
                        activation.chain(deltas[l - 1][j], signals[l - 1][j], n);
                    }
                }
            }
            return loss;
        }
    }
}
