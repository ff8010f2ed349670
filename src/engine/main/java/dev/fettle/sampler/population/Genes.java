package dev.fettle.sampler.population;

import dev.fettle.space.Axis;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Feasible;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates of the unit cube as something to inherit: also those of inactive parameters have a value, which waits until
 * its condition holds. Immutable, for any thread.
 *
 * @param feasible moves places to where the constraints hold
 */
public record Genes(SearchSpace space, List<Scalar> scalars, List<Axis> axes, Feasible feasible) {
    public Genes {
        scalars = List.copyOf(scalars);
        axes = List.copyOf(axes);
    }

    /** Those of a space. */
    public static Genes of(SearchSpace space) {
        return new Genes(space, space.scalars(), space.axes(), new Feasible(space));
    }

    /** The place of a point; by chance along the parameters that are inactive. */
    public double[] of(Point point, RandomGenerator random) {
        double[] genes = space.encode(point);
        for (int i = 0; i < genes.length; i++) {
            double by = random.nextDouble();
            genes[i] = Double.isNaN(genes[i]) ? by : genes[i];
        }
        return genes;
    }

    /**
     * A place nearby that satisfies the constraints, as {@link Feasible#near}.
     *
     * @return null if none was found
     */
    public double @Nullable [] near(double[] place, RandomGenerator random, BooleanSupplier goOn) {
        return feasible.near(place, random, goOn);
    }

    /** How many values without an order a coordinate has; 0 where there is an order. */
    public int nominal(int axis) {
        return axes.get(axis) instanceof Axis.Nominal n ? n.values() : 0;
    }

    /** Reflects x at the ends of [0, 1] until it lies inside. */
    public static double reflected(double x) {
        if (x >= 0 && x <= 1) {
            return x;
        }
        double turn = Math.abs(x) % 2;
        return turn <= 1 ? turn : 2 - turn;
    }

    /** The deviation along each coordinate, the root of the mean square; 0 where there are none. */
    public static double width(List<double[]> places) {
        int dimensions = places.isEmpty() ? 0 : places.get(0).length;
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            double mean = 0;
            for (double[] place : places) {
                mean += place[i] / places.size();
            }
            for (double[] place : places) {
                squares += (place[i] - mean) * (place[i] - mean) / places.size();
            }
        }
        return dimensions == 0 ? 0 : Math.sqrt(squares / dimensions);
    }
}
