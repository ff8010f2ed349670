package dev.fettle.sampler.swarm;

import dev.fettle.sampler.population.Genes;
import dev.fettle.space.Point;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The coordinates in which particles fly: those of numbers, which are rounded at evaluation only, and one for each value
 * without an order, of which the greatest is taken. Immutable, for any thread.
 */
record Coordinates(Genes genes) {
    int count() {
        int count = 0;
        for (int i = 0; i < genes.axes().size(); i++) {
            count += Math.max(1, genes.nominal(i));
        }
        return count;
    }

    Point point(double[] place) {
        return genes.space().decode(unit(place));
    }

    /** The point nearby that satisfies the constraints; null if none was found. */
    @Nullable
    Point allowed(double[] place, RandomGenerator random, BooleanSupplier goOn) {
        double[] near = genes.near(unit(place), random, goOn);
        return near == null ? null : genes.space().decode(near);
    }

    private double[] unit(double[] place) {
        double[] u = new double[genes.axes().size()];
        int at = 0;
        for (int i = 0; i < u.length; i++) {
            int values = genes.nominal(i);
            u[i] = values == 0 ? place[at] : (greatest(place, at, values) + 0.5) / values;
            at += Math.max(1, values);
        }
        return u;
    }

    private static int greatest(double[] place, int from, int values) {
        int greatest = 0;
        for (int v = 1; v < values; v++) {
            greatest = place[from + v] > place[from + greatest] ? v : greatest;
        }
        return greatest;
    }

    /** The place of a point; what is inactive, and values that it has not, lie anywhere. */
    double[] place(Point point, RandomGenerator random) {
        double[] u = genes.of(point, random);
        double[] place = new double[count()];
        int at = 0;
        for (int i = 0; i < u.length; i++) {
            int values = genes.nominal(i);
            if (values == 0) {
                place[at++] = u[i];
                continue;
            }
            int now = Math.min(values - 1, (int) (u[i] * values));
            for (int v = 0; v < values; v++) {
                place[at++] = (v == now ? 1 + random.nextDouble() : random.nextDouble()) / 2;
            }
        }
        return place;
    }
}
