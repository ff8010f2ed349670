package dev.fettle.sampler.bayes;

import dev.fettle.space.Axis;
import dev.fettle.space.Normal;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Places of the unit cube as features, in which a squared distance is a sum over coordinates: (u − v)² for numbers, 0 or 1
 * for values without an order, each as corners of a simplex with edge 1. A coordinate that may be inactive has one feature
 * more, which says whether it is, and stands at its centre then: two points far apart in a branch are as near as can be in
 * the other (the idea of Swersky et al., 2014, "Raiders of the lost architecture: kernels for Bayesian optimization in
 * conditional parameter spaces"). Any covariance of Euclidean distances is positive definite so. Immutable, for any thread.
 */
final class Embedding {
    /** What being active is worth: as far as half the range. */
    private static final double ACTIVE = 0.5;

    private static final double EDGE = Math.sqrt(0.5);

    /** The outermost thousandths of a bell are no place to look at: no trial is likely there. */
    private static final double TAIL = 1e-3;

    private final List<Axis> axes;
    private final boolean[] bells;
    private final boolean[] conditional;
    /** {@code [coordinates + 1]} the first feature of each. */
    private final int[] first;

    Embedding(SearchSpace space) {
        List<Scalar> scalars = space.scalars();
        this.axes = space.axes();
        this.conditional = new boolean[axes.size()];
        this.bells = new boolean[axes.size()];
        this.first = new int[axes.size() + 1];
        for (int c = 0; c < axes.size(); c++) {
            conditional[c] = scalars.get(c).condition() != null;
            bells[c] = scalars.get(c) instanceof Normal;
            first[c + 1] = first[c] + features(axes.get(c)) + (conditional[c] ? 1 : 0);
        }
    }

    private static int features(Axis axis) {
        return axis instanceof Axis.Nominal n && n.values() > 2 ? n.values() : 1;
    }

    int coordinates() {
        return axes.size();
    }

    int features() {
        return first[axes.size()];
    }

    /** Where the model begins to look along a coordinate, and ends as far from 1. */
    double low(int coordinate) {
        return bells[coordinate] ? TAIL : 0;
    }

    /** The first feature of a coordinate, which for a number is its place; the last is the first of the next one. */
    int first(int coordinate) {
        return first[coordinate];
    }

    Axis axis(int coordinate) {
        return axes.get(coordinate);
    }

    /** @param place {@code [coordinates]} in [0, 1], NaN where inactive */
    double[] of(double[] place) {
        double[] z = new double[features()];
        for (int c = 0; c < place.length; c++) {
            write(z, c, place[c]);
        }
        return z;
    }

    /** Writes the features of one coordinate. */
    void write(double[] z, int c, double u) {
        boolean active = !Double.isNaN(u);
        int at = first[c];
        int end = first[c + 1];
        if (conditional[c]) {
            z[--end] = active ? ACTIVE : 0;
        }
        if (!(axes.get(c) instanceof Axis.Nominal n)) {
            z[at] = active ? u : 0.5;
        } else if (n.values() <= 2) {
            z[at] = active ? value(n, u) : 0.5;
        } else {
            for (int f = at; f < end; f++) {
                z[f] = 0;
            }
            if (active) {
                z[at + value(n, u)] = EDGE;
            }
        }
    }

    private static int value(Axis.Nominal axis, double u) {
        return Math.min(axis.values() - 1, (int) (u * axis.values()));
    }

    /** {@code [features][n]} of many places. */
    double[][] columns(List<double[]> places) {
        double[][] columns = new double[features()][places.size()];
        List<double[]> rows = new ArrayList<>();
        places.forEach(p -> rows.add(of(p)));
        for (int i = 0; i < rows.size(); i++) {
            for (int f = 0; f < columns.length; f++) {
                columns[f][i] = rows.get(i)[f];
            }
        }
        return columns;
    }
}
