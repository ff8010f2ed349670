package dev.fettle.sampler.cma;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Independent categorical distributions, learnt by a natural gradient whose step adapts itself to its signal: CatCMA (Hamano,
 * Saito, Nomura, Uchida and Shirakawa, 2024, GECCO, arXiv 2405.09962, section 3; with margin 2504.07884) over adaptive
 * stochastic natural gradients (Akimoto, Shirakawa, Yoshinari, Uchida, Saito and Nishida, 2019, ICML, arXiv 1905.08537,
 * algorithm 1). Nobody may write into the arrays, so it is for any thread.
 *
 * @param q {@code [categories][values]} probabilities; each row sums to 1
 * @param floor {@code [categories]} none falls below
 * @param path {@code [Σ(values − 1)]} of normalised steps
 * @param gain the squared length that the path would have by chance, in [0, 1]
 * @param caution steps are so much shorter than 1, positive
 */
record Categories(double[][] q, double[] floor, double[] path, double gain, double caution) {
    /** α of equation 12: where signal and noise are taken to be even. */
    private static final double EVEN = 1.5;

    /**
     * Before anything was learnt.
     *
     * @param q {@code [categories][values]} to begin with; raised to the floor
     * @param leave the least probability of leaving the likeliest value, in (0, ½]
     */
    static Categories start(double[][] q, double leave) {
        double[] floor = new double[q.length];
        double[][] lifted = new double[q.length][];
        int free = 0;
        for (int i = 0; i < q.length; i++) {
            floor[i] = leave / (q[i].length - 1);
            lifted[i] = lifted(q[i], Math.min(floor[i], 1.0 / q[i].length));
            free += q[i].length - 1;
        }
        return new Categories(lifted, floor, new double[free], 0, 1);
    }

    int[] draw(RandomGenerator random, double even) {
        int[] drawn = new int[q.length];
        for (int i = 0; i < q.length; i++) {
            double u = random.nextDouble();
            int last = q[i].length - 1;
            int k = 0;
            for (double sum = mixed(i, 0, even); k < last && u >= sum; sum += mixed(i, k, even)) {
                k++;
            }
            drawn[i] = k;
        }
        return drawn;
    }

    private double mixed(int axis, int value, double even) {
        return (1 - even) * q[axis][value] + even / q[axis].length;
    }

    /**
     * After a generation.
     *
     * @param ranked {@code [lambda][categories]} what was drawn, from the best on; −1 where it is unknown
     * @param weights of the best {@code mu} ranks, positive with sum 1
     */
    Categories update(int[][] ranked, double[] weights, int mu) {
        double[][] slope = slope(ranked, weights, mu);
        double[] even = whitened(slope);
        double length = 0;
        for (double e : even) {
            length += e * e;
        }
        length = Math.sqrt(length);
        if (!(length > 1e-12)) {
            return this;
        }
        double step = 1 / caution;
        double[][] next = new double[q.length][];
        for (int i = 0; i < q.length; i++) {
            double[] row = q[i].clone();
            for (int k = 0; k < row.length; k++) {
                row[k] += step / length * slope[i][k];
            }
            next[i] = lifted(row, floor[i]);
        }
        double beta = Math.min(1, step / Math.sqrt(path.length));
        double[] longer = new double[path.length];
        double squared = 0;
        for (int j = 0; j < longer.length; j++) {
            longer[j] = (1 - beta) * path[j] + Math.sqrt(beta * (2 - beta)) * even[j] / length;
            squared += longer[j] * longer[j];
        }
        double chance = (1 - beta) * (1 - beta) * gain + beta * (2 - beta);
        double slower = caution * StrictMath.exp(beta * (chance - squared / EVEN));
        return new Categories(next, floor, longer, chance, slower);
    }

    /** Of the expected rank, by q: Σ w (one-hot − q). */
    private double[][] slope(int[][] ranked, double[] weights, int mu) {
        double[][] slope = new double[q.length][];
        for (int i = 0; i < q.length; i++) {
            slope[i] = new double[q[i].length];
            for (int r = 0; r < mu; r++) {
                int drawn = ranked[r][i];
                for (int k = 0; drawn >= 0 && k < slope[i].length; k++) {
                    slope[i][k] += weights[r] * ((drawn == k ? 1 : 0) - q[i][k]);
                }
            }
        }
        return slope;
    }

    /** In coordinates in which the Fisher information is the unit matrix (Akimoto et al., appendix B). */
    private double[] whitened(double[][] slope) {
        double[] even = new double[path.length];
        int at = 0;
        for (int i = 0; i < q.length; i++) {
            int last = q[i].length - 1;
            double sum = 0;
            for (int k = 0; k < last; k++) {
                sum += slope[i][k];
            }
            double tail = sum / (q[i][last] + Math.sqrt(q[i][last]));
            for (int k = 0; k < last; k++) {
                double root = Math.sqrt(q[i][k]);
                even[at++] = slope[i][k] / root + root * tail;
            }
        }
        return even;
    }

    /** What is below the floor is raised to it, what is above gives in proportion. */
    private static double[] lifted(double[] row, double floor) {
        double[] up = Arrays.stream(row).map(p -> Math.max(p, floor)).toArray();
        double sum = Arrays.stream(up).reduce(0, Double::sum);
        double room = sum - floor * up.length;
        if (!(room > 0)) {
            Arrays.fill(up, 1.0 / up.length);
            return up;
        }
        double keep = (1 - floor * up.length) / room;
        for (int k = 0; k < up.length; k++) {
            up[k] = floor + keep * (up[k] - floor);
        }
        return up;
    }
}
