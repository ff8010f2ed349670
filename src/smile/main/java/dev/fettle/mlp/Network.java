package dev.fettle.mlp;

import dev.fettle.random.Seed;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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
            for (int j = 0; j < layer.out(); j++) {
                for (int i = 0; i < layer.in(); i++) {
                    theta[layer.weight(i, j)] = (2 * random.nextDouble() - 1) * bound;
                }
            }
            for (int b = layer.bias(); b < layer.end(); b++) {
                theta[b] = (2 * random.nextDouble() - 1) * bound;
            }
        }
        return theta;
    }

    /** Arrays for one thread to push batches of at most {@code columns} samples through the net. */
    final class Pass {
        private final List<Weights> weights = new ArrayList<>();
        /** For each layer {@code [columns][units]}. */
        private final double[][][] signals = new double[layers.size()][][];

        private final double[][][] deltas = new double[layers.size()][][];
        private final double[][] outputs;
        private final double[] scratch;
        private final double[] more;

        Pass(int columns) {
            int fours = Room.fours(columns);
            Room room = new Room(layers.stream()
                    .flatMapToInt(layer -> IntStream.concat(
                            Weights.lengths(layer),
                            IntStream.generate(layer::out).limit(2L * fours))));
            for (int l = 0; l < layers.size(); l++) {
                weights.add(new Weights(layers.get(l), room));
                signals[l] = room.take(fours);
                deltas[l] = room.take(fours);
            }
            outputs = new double[layers.get(layers.size() - 1).out()][columns];
            int longest = layers.stream().mapToInt(Layer::out).max().orElseThrow();
            scratch = new double[Math.max(longest, columns)];
            more = new double[scratch.length];
        }

        /** The outputs {@code [outputs][n]} for the n samples of a batch; valid until the next call. */
        double[][] forward(double[] theta, Samples batch) {
            double[][] x = batch.x();
            double norm = batch.norm();
            int n = batch.size();
            int last = layers.size() - 1;
            for (int l = 0; l <= last; l++) {
                Weights layer = weights.get(l);
                layer.load(theta);
                layer.forward(x, signals[l], Room.fours(n));
                if (l < last) {
                    int units = layers.get(l).out();
                    activation.apply(signals[l], layer.biases(), layer.bound(norm), scratch, more, n, units);
                    norm = Math.sqrt(units);
                }
                x = signals[l];
            }
            for (int k = 0; k < outputs.length; k++) {
                double[] row = outputs[k];
                double bias = weights.get(last).biases()[k];
                for (int i = 0; i < n; i++) {
                    row[i] = x[i][k] + bias;
                }
            }
            output.apply(outputs, scratch, more, n);
            return outputs;
        }

        /** The parameters of a layer, as last loaded. */
        Weights weights(int layer) {
            return weights.get(layer);
        }

        /** {@code [columns][units]} what a layer said; of the last one its sums without biases. */
        double[][] signals(int layer) {
            return signals[layer];
        }

        /** {@code [columns][units]} the derivatives of the loss by the sums of a layer, times how much all rows count. */
        double[][] deltas(int layer) {
            return deltas[layer];
        }

        /** {@code [outputs][n]} as {@link #forward} told them. */
        double[][] outputs() {
            return outputs;
        }

        /** The mean loss with penalty over a batch, and its gradient in theta. */
        double lossAndGradient(double[] theta, double alpha, Samples batch, double[] gradient) {
            int n = batch.size();
            double[][] out = forward(theta, batch);
            double squares = 0;
            for (Weights layer : weights) {
                squares += layer.squares();
            }
            double total = batch.total();
            double loss = output.loss(out, batch, scratch) + 0.5 * alpha * squares / total;
            miss(out, batch);
            for (int l = layers.size() - 1; l >= 0; l--) {
                Weights layer = weights.get(l);
                layer.accumulate(l == 0 ? batch.x() : signals[l - 1], deltas[l], Room.fours(n));
                layer.gradient(theta, alpha, gradient, total);
                if (l > 0) {
                    layer.backward(deltas[l], activation, signals[l - 1], deltas[l - 1], Room.fours(n));
                }
            }
            return loss;
        }

        /** The deltas of the last layer: output − target, times the weight, and 0 for the columns that do not count. */
        private void miss(double[][] out, Samples batch) {
            double[][] delta = deltas[layers.size() - 1];
            double[][] y = batch.y();
            double[] weights = batch.weights();
            int n = batch.size();
            for (int k = 0; k < out.length; k++) {
                double[] told = out[k];
                double[] target = y[k];
                for (int i = 0; i < n; i++) {
                    delta[i][k] = told[i] - target[i];
                }
                for (int i = 0; weights != null && i < n; i++) {
                    delta[i][k] *= weights[i];
                }
                for (int i = n; i < Room.fours(n); i++) {
                    delta[i][k] = 0;
                }
            }
        }
    }
}
