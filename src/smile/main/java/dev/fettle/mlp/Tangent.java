package dev.fettle.mlp;

/**
 * How the state of a training changes with one hyperparameter: arrays like the parameters. For one thread.
 *
 * <p>The state is what the next step starts from, so the derivatives follow it from step to step (Franceschi et al., 2017, ICML,
 * forward mode).
 */
final class Tangent {
    final String by;
    /** Of the parameters. */
    final double[] theta;
    /** Of the gradient of a step. */
    final double[] gradient;
    /** Of the velocity, or the mean gradient of Adam. */
    final double[] first;
    /** Of the mean square of Adam. */
    final double[] second;
    /** That of the parameters that are kept. */
    double[] best;

    Tangent(String by, int size) {
        this.by = by;
        theta = new double[size];
        gradient = new double[size];
        first = new double[size];
        second = new double[size];
        best = theta;
    }

    /** 1 of the hyperparameter itself, else 0. */
    double of(String hyperparameter) {
        return by.equals(hyperparameter) ? 1 : 0;
    }
}
