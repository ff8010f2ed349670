package dev.fettle.sampler.genetic;

import dev.fettle.sampler.population.Genes;
import java.io.Serializable;
import java.util.random.RandomGenerator;

/** How two parents are mixed; values without an order are only ever exchanged. Immutable, for any thread. */
public sealed interface Crossover extends Serializable {
    /** Mixes two children that begin as their parents; both arrays, {@code [dimensions]} in [0, 1], are written into. */
    void cross(double[] a, double[] b, Genes genes, RandomGenerator random);

    /** Exchanges the genes between two places, of which neither is the first; of a single gene nothing. */
    record TwoPoint() implements Crossover {
        @Override
        public void cross(double[] a, double[] b, Genes genes, RandomGenerator random) {
            if (a.length < 2) {
                return;
            }
            int one = 1 + random.nextInt(a.length);
            int other = 1 + random.nextInt(a.length - 1);
            other += other >= one ? 1 : 0;
            for (int i = Math.min(one, other); i < Math.max(one, other); i++) {
                exchange(a, b, i);
            }
        }
    }

    /** Exchanges each gene with probability 1/2. */
    record Uniform() implements Crossover {
        @Override
        public void cross(double[] a, double[] b, Genes genes, RandomGenerator random) {
            for (int i = 0; i < a.length; i++) {
                if (random.nextDouble() < 0.5) {
                    exchange(a, b, i);
                }
            }
        }
    }

    /**
     * Each gene anywhere between those of the parents, or beyond (BLX-α; Eshelman and Schaffer, 1993, "Real-coded genetic
     * algorithms and interval-schemata").
     *
     * @param alpha how far beyond, as a share of their distance, in [0, 10]
     */
    record Blend(double alpha) implements Crossover {
        public Blend {
            Settings.require(alpha >= 0 && alpha <= 10, "Alpha", alpha, "lie in [0, 10]. Maybe 0.5.");
        }

        @Override
        public void cross(double[] a, double[] b, Genes genes, RandomGenerator random) {
            for (int i = 0; i < a.length; i++) {
                double u = random.nextDouble();
                if (genes.nominal(i) == 0) {
                    double share = (1 + 2 * alpha) * u - alpha;
                    double mixed = (1 - share) * a[i] + share * b[i];
                    b[i] = Genes.reflected(share * a[i] + (1 - share) * b[i]);
                    a[i] = Genes.reflected(mixed);
                } else if (u < 0.5) {
                    exchange(a, b, i);
                }
            }
        }
    }

    /**
     * Simulated binary crossover within bounds (SBX; Deb and Agrawal, 1995, Complex Systems 9; the bounds as in Deb's NSGA-II):
     * half of the genes, each near one of the parents.
     *
     * @param eta the larger, the nearer, in (0, 1000]
     */
    record Simulated(double eta) implements Crossover {
        private static final double ALIKE = 1e-14;

        public Simulated {
            Settings.require(eta > 0 && eta <= 1000, "Eta", eta, "lie in (0, 1000]. Maybe 15.");
        }

        @Override
        public void cross(double[] a, double[] b, Genes genes, RandomGenerator random) {
            for (int i = 0; i < a.length; i++) {
                if (random.nextDouble() < 0.5) {
                    continue;
                }
                double u = random.nextDouble();
                boolean exchanged = random.nextDouble() < 0.5;
                if (genes.nominal(i) == 0 && Math.abs(a[i] - b[i]) > ALIKE) {
                    spread(a, b, i, u);
                }
                if (exchanged) {
                    exchange(a, b, i);
                }
            }
        }

        private void spread(double[] a, double[] b, int i, double u) {
            double low = Math.min(a[i], b[i]);
            double high = Math.max(a[i], b[i]);
            double middle = (low + high) / 2;
            double half = (high - low) / 2;
            a[i] = Math.max(0, middle - factor(1 + low / half, u) * half);
            b[i] = Math.min(1, middle + factor(1 + (1 - high) / half, u) * half);
        }

        /** @param room how many halves there are to the bound */
        private double factor(double room, double u) {
            double alpha = 2 - StrictMath.pow(room, -(eta + 1));
            double base = u <= 1 / alpha ? u * alpha : 1 / (2 - u * alpha);
            return StrictMath.pow(base, 1 / (eta + 1));
        }
    }

    private static void exchange(double[] a, double[] b, int i) {
        double kept = a[i];
        a[i] = b[i];
        b[i] = kept;
    }
}
