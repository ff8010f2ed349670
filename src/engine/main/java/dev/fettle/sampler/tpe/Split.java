package dev.fettle.sampler.tpe;

/**
 * The trials of a group, each as its place in the unit cube, in the order of time. Nobody may write into the arrays.
 *
 * @param good {@code [trials][dimensions]}
 * @param goodWeights {@code [trials]}, positive
 * @param bad {@code [trials][dimensions]}
 * @param badWeights {@code [trials]}, positive
 */
record Split(double[][] good, double[] goodWeights, double[][] bad, double[] badWeights) {}
