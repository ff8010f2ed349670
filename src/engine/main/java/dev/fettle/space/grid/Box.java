package dev.fettle.space.grid;

import dev.fettle.space.Scalar;
import java.util.random.RandomGenerator;

/**
 * A part of the unit cube. Nobody may write into the arrays.
 *
 * @param low {@code [dimensions]}, in [0, 1]
 * @param high as many, each at least the low one
 */
record Box(double[] low, double[] high) {
    /** Narrower than this is a point: an equation of decimal numbers is met at its middle or nowhere. */
    private static final double POINT = 1e-9;

    /** Whether it holds one value of the coordinate. */
    boolean isSingle(Scalar s, int at) {
        double middle = middle(at);
        return middle <= low[at] || middle >= high[at] || s.cell(low[at])[1] >= high[at];
    }

    double middle(int at) {
        return low[at] + (high[at] - low[at]) / 2;
    }

    /** Its lower or its upper half along a coordinate. */
    Box half(int at, boolean upper) {
        double[] from = low.clone();
        double[] to = high.clone();
        (upper ? from : to)[at] = middle(at);
        return new Box(from, to);
    }

    /** The slice of it at a place of one coordinate. */
    Box sliced(int at, double u) {
        double[] from = low.clone();
        double[] to = high.clone();
        from[at] = u;
        to[at] = u;
        return new Box(from, to);
    }

    /** A place in it along one coordinate, by chance. */
    double by(RandomGenerator random, int at) {
        double width = high[at] - low[at];
        return width < POINT ? middle(at) : Math.min(high[at], low[at] + random.nextDouble() * width);
    }

    /** A place in it by chance. */
    double[] by(RandomGenerator random) {
        double[] u = new double[low.length];
        for (int c = 0; c < u.length; c++) {
            u[c] = by(random, c);
        }
        return u;
    }
}
