package dev.fettle.mlp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The parameters of a layer at work and the gradient of a batch, as rows along its longer side, an array each. Signals are
 * sample-major, {@code [columns][units]}, and their columns come in fours. For one thread.
 */
final class Weights {
    private final Layer layer;
    private final double[][] rows;
    private final double[][] slopes;
    private final double[] biases;
    private final double[] biasSlopes;
    private double squares;

    /** Takes its rows from a room for {@link #lengths}. */
    Weights(Layer layer, Room room) {
        this.layer = layer;
        rows = room.take(Room.fours(layer.rows()));
        slopes = room.take(layer.rows());
        biases = room.take(1)[0];
        biasSlopes = room.take(1)[0];
    }

    static IntStream lengths(Layer layer) {
        int weights = Room.fours(layer.rows()) + layer.rows();
        return IntStream.concat(
                IntStream.generate(layer::length).limit(weights),
                IntStream.generate(layer::out).limit(2));
    }

    /** Takes the parameters of the layer out of all, and forgets the gradient. */
    void load(double[] theta) {
        int length = layer.length();
        squares = 0;
        for (int r = 0; r < layer.rows(); r++) {
            System.arraycopy(theta, layer.offset() + r * length, rows[r], 0, length);
            squares += Rows.dot(rows[r], rows[r], length);
            Arrays.fill(slopes[r], 0);
        }
        System.arraycopy(theta, layer.bias(), biases, 0, layer.out());
        Arrays.fill(biasSlopes, 0);
    }

    double[] biases() {
        return biases;
    }

    /** The sum of the squared weights, biases not counted. */
    double squares() {
        return squares;
    }

    /** What no sum of a unit exceeds in size if no input has a greater norm (Cauchy and Schwarz). */
    double bound(double norm) {
        return Math.sqrt(squares) * norm + Math.sqrt(Rows.dot(biases, biases, layer.out()));
    }

    /** z = W·x, without the biases. */
    void forward(double[][] x, double[][] z, int columns) {
        if (layer.widens()) {
            Products.spread(x, rows, z, columns, layer.rows(), layer.length());
        } else {
            Products.dots(x, rows, z, columns, layer.rows(), layer.length());
        }
    }

    /** The deltas before this layer, where units with the derivative f′ told x: dx = f′·Wᵀ·dz. */
    void backward(double[][] dz, Activation f, double[][] x, double[][] dx, int columns) {
        if (layer.widens()) {
            Products.dots(dz, rows, dx, columns, layer.rows(), layer.length());
            f.chain(dx, x, columns, layer.in());
        } else if (layer.rows() <= 4) {
            f.backward(dz, rows, x, dx, columns, layer.in());
        } else {
            Products.spread(dz, rows, dx, columns, layer.rows(), layer.length());
            f.chain(dx, x, columns, layer.in());
        }
    }

    /** Adds the gradient of the summed loss: dW = dz·xᵀ and db = Σ dz; the deltas of columns that do not count are 0. */
    void accumulate(double[][] x, double[][] dz, int columns) {
        accumulateWeights(x, dz, columns);
        Products.add(dz, biasSlopes, columns, layer.out());
    }

    /** That of the weights alone. */
    void accumulateWeights(double[][] x, double[][] dz, int columns) {
        double[][] narrow = layer.widens() ? x : dz;
        double[][] wide = layer.widens() ? dz : x;
        Products.accumulate(narrow, wide, slopes, columns, layer.rows(), layer.length());
    }

    /** The gradient of the mean loss plus penalty: what was added + α·W, over how much all samples count together. */
    void gradient(double[] theta, double alpha, double[] gradient, double total) {
        int length = layer.length();
        for (int r = 0; r < layer.rows(); r++) {
            System.arraycopy(slopes[r], 0, gradient, layer.offset() + r * length, length);
        }
        System.arraycopy(biasSlopes, 0, gradient, layer.bias(), layer.out());
        double share = 1 / total;
        double decay = alpha / total;
        for (int w = layer.offset(); w < layer.bias(); w++) {
            gradient[w] = Math.fma(theta[w], decay, gradient[w] * share);
        }
        for (int b = layer.bias(); b < layer.end(); b++) {
            gradient[b] *= share;
        }
    }
}
