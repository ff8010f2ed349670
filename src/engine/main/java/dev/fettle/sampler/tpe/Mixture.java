package dev.fettle.sampler.tpe;

import dev.fettle.space.Axis;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density over the coordinates of a group: a weighted sum of products of kernels, one product a trial and one for the prior
 * (Falkner et al., 2018; Watanabe, 2023, section 3.3). For one thread.
 */
final class Mixture {
    /** e to the power of less than this does not change a sum that holds 1. */
    private static final double NOTHING = -37;

    private final int[] axes;
    private final Margin[] margins;
    private final double[] weights;
    private final double[] logWeights;
    private final double total;
    private final double[] sums;

    /**
     * The mixture of these trials.
     *
     * @param axes of the whole space
     * @param trialWeights {@code [trials]} positive
     */
    Mixture(Group group, List<Axis> axes, double[][] places, double[] trialWeights, TpeSampler settings, Pulse pulse) {
        this.axes = group.axes();
        int trials = places.length;
        this.weights = Arrays.copyOf(trialWeights, trials + 1);
        weights[trials] = settings.priorWeight();
        this.total = Arrays.stream(weights).reduce(0, Double::sum);
        this.logWeights =
                Arrays.stream(weights).map(w -> StrictMath.log(w / total)).toArray();
        this.sums = new double[trials + 1];
        this.margins = new Margin[this.axes.length];
        for (int d = 0; d < margins.length && pulse.beats(trials + 1); d++) {
            int axis = this.axes[d];
            double[] line = Arrays.stream(places).mapToDouble(p -> p[axis]).toArray();
            margins[d] = margin(axes.get(axis), line, settings);
        }
    }

    private Margin margin(Axis axis, double[] line, TpeSampler settings) {
        if (axis instanceof Axis.Nominal n) {
            return new Symbols(line, n.values(), settings.priorWeight());
        }
        double clip = settings.magicClip() ? 1.0 / Math.min(100, line.length + 2) : 0;
        double least = Math.max(clip, settings.leastWidth());
        double[] widths = settings.bandwidth().widths(line, axes.length);
        return new Bells(
                line,
                Arrays.stream(widths).map(w -> Math.min(1, Math.max(least, w))).toArray(),
                axis instanceof Axis.Lattice);
    }

    /** Fills in the coordinates of the group. */
    void draw(double[] u, RandomGenerator random) {
        double left = random.nextDouble() * total;
        int kernel = 0;
        while (kernel < weights.length - 1 && left >= weights[kernel]) {
            left -= weights[kernel++];
        }
        for (int d = 0; d < margins.length; d++) {
            u[axes[d]] = margins[d].draw(kernel, random);
        }
    }

    /**
     * The logarithm of the density at a place; finite.
     *
     * @param cells {@code [dimensions][2]} the cells that its coordinates lie in
     */
    double logDensity(double[] u, double[][] cells, Pulse pulse) {
        System.arraycopy(logWeights, 0, sums, 0, sums.length);
        for (int d = 0; d < margins.length && pulse.beats(sums.length); d++) {
            margins[d].add(u[axes[d]], cells[axes[d]], sums);
        }
        double most = Arrays.stream(sums).max().orElseThrow();
        double sum = 0;
        for (double s : sums) {
            if (s - most > NOTHING) {
                sum += StrictMath.exp(s - most);
            }
        }
        return most + StrictMath.log(sum);
    }
}
