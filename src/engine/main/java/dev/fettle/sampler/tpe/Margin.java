package dev.fettle.sampler.tpe;

import java.util.random.RandomGenerator;

/** All kernels of a mixture along one axis. */
sealed interface Margin permits Bells, Symbols {
    /**
     * Adds to each kernel's sum the logarithm of its density at u, or of its share of the cell that u lies in.
     *
     * @param cell {@code [2]} where the cell begins and ends; twice u in a continuum
     * @param sums {@code [kernels]}
     */
    void add(double u, double[] cell, double[] sums);

    /** A place in [0, 1] out of one kernel. */
    double draw(int kernel, RandomGenerator random);
}
