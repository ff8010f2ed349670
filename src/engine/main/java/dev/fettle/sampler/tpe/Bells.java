package dev.fettle.sampler.tpe;

import dev.fettle.math.TruncatedNormal;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Normal kernels cut off at 0 and 1, one a trial about its place (Watanabe, 2023, section 3.3); the last one is the prior,
 * about the centre and as wide as the range. On a lattice a value has its cell's share of the normal.
 */
final class Bells implements Margin {
    private static final double LOG_ROOT_TWO_PI = 0.9189385332046727;
    /**
     * Cells this narrow, in standard deviations, are as good as their Taylor series of fourth order: it errs by less than 1e-3
     * in the logarithm up to four standard deviations, and by little beyond, where nearer kernels decide.
     */
    private static final double NARROW = 0.5;
    /** So many standard deviations away a kernel is nothing beside the prior, and need not be right. */
    private static final double FAR = 9;

    private final double[] means;
    private final double[] precisions;
    /** {@code [kinds]} ln of the mass in [0, 1]. */
    private final double[] logMass;
    /** {@code [kinds]} what the logarithm of the density begins with. */
    private final double[] base;
    /** {@code [kernels]} kernels of a lattice are often equal, and one kind is worked out once. */
    private final int[] kinds;

    private final double[] logs;

    /**
     * Kernels with a prior behind them.
     *
     * @param places {@code [kernels − 1]} in [0, 1]
     * @param widths {@code [kernels − 1]} positive
     */
    Bells(double[] places, double[] widths, boolean lattice) {
        int count = places.length + 1;
        this.means = new double[count];
        this.precisions = new double[count];
        this.kinds = new int[count];
        Map<Kind, Integer> known = new HashMap<>();
        int different = 0;
        for (int k = 0; k < count; k++) {
            double mean = k < places.length ? places[k] : 0.5;
            double sd = k < places.length ? widths[k] : 1;
            Integer old = lattice ? known.putIfAbsent(new Kind(mean, sd), different) : null;
            kinds[k] = old == null ? different++ : old;
            means[kinds[k]] = mean;
            precisions[kinds[k]] = 1 / sd;
        }
        this.logMass = new double[different];
        this.base = new double[different];
        this.logs = new double[different];
        for (int i = 0; i < different; i++) {
            logMass[i] = TruncatedNormal.logMass(-means[i] * precisions[i], (1 - means[i]) * precisions[i]);
            base[i] = StrictMath.log(precisions[i]) - LOG_ROOT_TWO_PI - logMass[i];
        }
    }

    private record Kind(double mean, double sd) {}

    @Override
    public void add(double u, double[] cell, double[] sums) {
        double width = cell[1] - cell[0];
        if (width > 0) {
            shares(cell[0], cell[1], StrictMath.log(width));
        } else {
            for (int i = 0; i < logs.length; i++) {
                double z = (u - means[i]) * precisions[i];
                logs[i] = base[i] - 0.5 * z * z;
            }
        }
        for (int k = 0; k < kinds.length; k++) {
            sums[k] += logs[kinds[k]];
        }
    }

    private void shares(double left, double right, double logWidth) {
        for (int i = 0; i < logs.length; i++) {
            double wide = (right - left) * precisions[i];
            double z = (0.5 * (left + right) - means[i]) * precisions[i];
            logs[i] = wide < NARROW || Math.abs(z) - 0.5 * wide > FAR
                    ? base[i] + logWidth - 0.5 * z * z + (wide < NARROW ? curved(z * z, wide * wide) : 0)
                    : TruncatedNormal.logMass(z - 0.5 * wide, z + 0.5 * wide) - logMass[i];
        }
    }

    /** ln of a cell's mean density over the one in its middle; see {@link TruncatedNormal}. */
    private static double curved(double zz, double ww) {
        return (zz - 1) * ww / 24 + (1 - zz * (2 + 0.5 * zz)) * ww * ww / 1440;
    }

    @Override
    public double draw(int kernel, RandomGenerator random) {
        int i = kinds[kernel];
        double low = -means[i] * precisions[i];
        double z = TruncatedNormal.quantile(random.nextDouble(), low, (1 - means[i]) * precisions[i]);
        return Math.min(1, Math.max(0, means[i] + z / precisions[i]));
    }
}
