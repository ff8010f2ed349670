package dev.fettle.sampler.tpe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How wide the normal kernels of a number are, as a share of its range. */
public enum Bandwidth {
    /** 0.2·n^(−1/(d + 4)) for all n trials and d parameters of a mixture (Scott, 1992; the scale is that of Optuna 4). */
    SCOTT {
        @Override
        double[] widths(double[] places, int dimensions) {
            double[] all = new double[places.length];
            Arrays.fill(all, 0.2 * StrictMath.pow(Math.max(1, places.length), -1.0 / (dimensions + 4)));
            return all;
        }
    },
    /**
     * The larger of the gaps to the neighbours, or to the ends of the range where a trial is alone (Bergstra et al., 2011,
     * section 4; without the prior among the neighbours, as in Optuna 5).
     */
    NEIGHBOURS {
        @Override
        double[] widths(double[] places, int dimensions) {
            int n = places.length;
            if (n == 1) {
                return new double[] {Math.max(places[0], 1 - places[0])};
            }
            int[] order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> places[i]))
                    .mapToInt(i -> i)
                    .toArray();
            double[] all = new double[n];
            for (int i = 0; i + 1 < n; i++) {
                double gap = places[order[i + 1]] - places[order[i]];
                all[order[i]] = Math.max(all[order[i]], gap);
                all[order[i + 1]] = gap;
            }
            return all;
        }
    };

    /**
     * A width for each place, before clipping.
     *
     * @param places {@code [trials]} in [0, 1]
     * @param dimensions of the mixture
     */
    abstract double[] widths(double[] places, int dimensions);
}
