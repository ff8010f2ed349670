package dev.fettle.space;

/**
 * What distances along one coordinate of the unit cube mean; see {@link SearchSpace#axes}. Immutable, for any thread.
 *
 * <pre>{@code
 * double distance(SearchSpace space, Point a, Point b) {
 *     double[] u = space.encode(a);
 *     double[] v = space.encode(b);
 *     return space.axes().get(0) instanceof Axis.Nominal ? (u[0] == v[0] ? 0 : 1) : Math.abs(u[0] - v[0]);
 * }
 * }</pre>
 */
public sealed interface Axis {
    /** Every place is another value, and near places hold near values. */
    record Continuous() implements Axis {}

    /**
     * Values in a row, each with a cell of the unit interval; neighbours are alike. Cells are equally wide only where {@link
     * Scalar#equallyLikely}.
     *
     * @param cells at least 1
     */
    record Lattice(long cells) implements Axis {}

    /**
     * Values without an order, each with an equally wide cell; all differ as much from each other.
     *
     * @param values at least 1
     */
    record Nominal(int values) implements Axis {}
}
