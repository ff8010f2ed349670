package dev.fettle.sampler.genetic;

import dev.fettle.sampler.population.Genes;
import dev.fettle.space.Axis;
import dev.fettle.space.Scalar;
import java.io.Serializable;
import java.util.random.RandomGenerator;

/**
 * How a gene changes. A value without an order becomes another one, each as likely; a number on a lattice that would stay as it
 * is becomes its neighbour. Immutable, for any thread.
 */
public sealed interface Mutation extends Serializable {
    /** The number at place u of [0, 1], moved within it. */
    double moved(double u, RandomGenerator random);

    /**
     * Adds a normal number, reflected at the bounds.
     *
     * @param sigma its deviation as a share of the range of the parameter in its scale, in (0, 1]; 0.05 is 1 on uniform(−10,
     *     10)
     */
    record Gaussian(double sigma) implements Mutation {
        public Gaussian {
            Settings.require(sigma > 0 && sigma <= 1, "Sigma", sigma, "lie in (0, 1]. Maybe 0.05.");
        }

        @Override
        public double moved(double u, RandomGenerator random) {
            return Genes.reflected(u + sigma * random.nextGaussian());
        }
    }

    /**
     * Polynomial mutation within bounds (Deb and Goyal, 1996, "A combined genetic adaptive search (GeneAS) for engineering
     * design"; the bounds as in Deb's NSGA-II).
     *
     * @param eta the larger, the smaller the moves, in (0, 1000]
     */
    record Polynomial(double eta) implements Mutation {
        public Polynomial {
            Settings.require(eta > 0 && eta <= 1000, "Eta", eta, "lie in (0, 1000]. Maybe 20.");
        }

        @Override
        public double moved(double u, RandomGenerator random) {
            double r = random.nextDouble();
            double step = r < 0.5
                    ? StrictMath.pow(2 * r + (1 - 2 * r) * StrictMath.pow(1 - u, eta + 1), 1 / (eta + 1)) - 1
                    : 1 - StrictMath.pow(2 * (1 - r) + (2 * r - 1) * StrictMath.pow(u, eta + 1), 1 / (eta + 1));
            return Math.min(1, Math.max(0, u + step));
        }
    }

    /** Changes the gene of a coordinate. */
    default double mutated(double u, Genes genes, int axis, RandomGenerator random) {
        int values = genes.nominal(axis);
        if (values > 0) {
            int now = Math.min(values - 1, (int) (u * values));
            int other = values == 1 ? 0 : random.nextInt(values - 1);
            return ((other >= now && values > 1 ? other + 1 : other) + 0.5) / values;
        }
        double moved = moved(u, random);
        return genes.axes().get(axis) instanceof Axis.Lattice
                ? onLattice(genes.scalars().get(axis), u, moved)
                : moved;
    }

    private static double onLattice(Scalar scalar, double u, double moved) {
        double[] cell = scalar.cell(u);
        boolean stays = moved >= cell[0] && moved <= cell[1];
        if (!stays || (cell[0] == 0 && cell[1] == 1)) {
            return moved;
        }
        boolean up = cell[0] == 0 || (cell[1] < 1 && moved >= u);
        double[] neighbour = scalar.cell(up ? Math.min(1, cell[1] + 1e-9) : Math.max(0, cell[0] - 1e-9));
        return (neighbour[0] + neighbour[1]) / 2;
    }
}
