package dev.fettle.sampler;

import dev.fettle.space.Point;
import dev.fettle.space.grid.Grid;
import java.util.function.LongUnaryOperator;

/**
 * The points of a grid, each once.
 *
 * @param order the number of the point at a place; a permutation
 */
record Numbered(Grid grid, LongUnaryOperator order) implements Sequence {
    @Override
    public long size() {
        return grid.size();
    }

    @Override
    public Place at(long place) {
        Point point = grid.point(order.applyAsLong(place));
        return grid.space().allows(point) ? new Place.Fresh(point) : new Place.Failing();
    }
}
