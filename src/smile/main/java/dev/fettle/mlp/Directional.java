package dev.fettle.mlp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How what a {@link Network.Pass} has computed changes along a direction of the parameters (Pearlmutter, 1994, Neural Comput. 6(1),
 * the operator R). Of a unit at the kink of relu the derivative is 0, as in the gradient. For one thread.
 */
final class Directional {
    private final Network network;
    private final List<Weights> along = new ArrayList<>();
    /** For each layer {@code [columns][units]}: of the signals, of the deltas, and room for a product. */
    private final double[][][] signals;

    private final double[][][] deltas;
    private final double[][][] products;

    /** Room for batches of at most so many samples. */
    Directional(Network network, int columns) {
        this.network = network;
        int fours = Room.fours(columns);
        int layers = network.layers().size();
        signals = new double[layers][][];
        deltas = new double[layers][][];
        products = new double[layers][][];
        Room room = new Room(network.layers().stream()
                .flatMapToInt(layer -> IntStream.concat(
                        Weights.lengths(layer), IntStream.generate(layer::out).limit(3L * fours))));
        for (int l = 0; l < layers; l++) {
            along.add(new Weights(network.layers().get(l), room));
            signals[l] = room.take(fours);
            deltas[l] = room.take(fours);
            products[l] = room.take(fours);
        }
    }

    private int last() {
        return along.size() - 1;
    }

    private int units(int layer) {
        return network.layers().get(layer).out();
    }

    /**
     * The changes of the outputs, {@code [n][outputs]}; valid until the next call.
     *
     * @param pass that has gone forward over the batch
     */
    double[][] outputs(Network.Pass pass, Samples batch, double[] direction) {
        int n = batch.size();
        int fours = Room.fours(n);
        for (int l = 0; l <= last(); l++) {
            Weights weights = along.get(l);
            weights.load(direction);
            weights.forward(l == 0 ? batch.x() : pass.signals(l - 1), signals[l], fours);
            if (l > 0) {
                pass.weights(l).forward(signals[l - 1], products[l], fours);
            }
            for (int i = 0; i < n; i++) {
                Rows.add(signals[l][i], 1, weights.biases(), units(l));
                Rows.add(signals[l][i], l == 0 ? 0 : 1, products[l][i], units(l));
            }
            if (l < last()) {
                network.activation().chain(signals[l], pass.signals(l), n, units(l));
            }
        }
        network.output().chain(signals[last()], pass.outputs(), n);
        return signals[last()];
    }

    /**
     * The change of the gradient: the Hessian of the loss with penalty, times the direction.
     *
     * @param pass that has gone forward and backward over the batch
     */
    void gradient(Network.Pass pass, Samples batch, double[] direction, double alpha, double[] into) {
        int n = batch.size();
        int fours = Room.fours(n);
        miss(outputs(pass, batch, direction), batch);
        for (int l = last(); l >= 0; l--) {
            Weights weights = along.get(l);
            weights.accumulate(l == 0 ? batch.x() : pass.signals(l - 1), deltas[l], fours);
            if (l > 0) {
                weights.accumulateWeights(signals[l - 1], pass.deltas(l), fours);
                back(pass, l, n);
            }
            weights.gradient(direction, alpha, into, batch.total());
        }
    }

    private void miss(double[][] changes, Samples batch) {
        int n = batch.size();
        double[] weights = batch.weights();
        double[][] delta = deltas[last()];
        for (int i = 0; i < Room.fours(n); i++) {
            double counts = i >= n ? 0 : weights == null ? 1 : weights[i];
            for (int k = 0; k < units(last()); k++) {
                delta[i][k] = i >= n ? 0 : counts * changes[i][k];
            }
        }
    }

    /** The changes of the deltas before a layer. */
    private void back(Network.Pass pass, int layer, int n) {
        int fours = Room.fours(n);
        int before = layer - 1;
        double[][] h = pass.signals(before);
        double[][] delta = deltas[before];
        double[][] product = products[before];
        pass.weights(layer).backward(deltas[layer], Activation.IDENTITY, h, delta, fours);
        along.get(layer).backward(pass.deltas(layer), Activation.IDENTITY, h, product, fours);
        for (int i = 0; i < fours; i++) {
            Rows.add(delta[i], 1, product[i], units(before));
        }
        network.activation().chain(delta, h, fours, units(before));
        pass.weights(layer).backward(pass.deltas(layer), Activation.IDENTITY, h, product, fours);
        network.activation().bend(delta, product, h, signals[before], fours, units(before));
    }
}
