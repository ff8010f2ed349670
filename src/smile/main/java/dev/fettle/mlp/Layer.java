package dev.fettle.mlp;

import java.io.Serializable;

/**
 * The shape of a fully connected layer and its place among the parameters, which lie in one flat array: first the weights,
 * as rows along the longer side, then {@code out} biases.
 *
 * @param in units before, at least 1
 * @param out units behind, at least 1
 * @param offset of the first weight
 */
record Layer(int in, int out, int offset) implements Serializable {
    /** Whether it has at least as many units behind as before. */
    boolean widens() {
        return in <= out;
    }

    /** How many rows of weights there are: the units of the shorter side. */
    int rows() {
        return Math.min(in, out);
    }

    /** How long a row of weights is: the units of the longer side. */
    int length() {
        return Math.max(in, out);
    }

    /** Where the weight from unit {@code i} to unit {@code j} is. */
    int weight(int i, int j) {
        return offset + (widens() ? i * out + j : j * in + i);
    }

    int bias() {
        return offset + in * out;
    }

    int end() {
        return bias() + out;
    }
}
