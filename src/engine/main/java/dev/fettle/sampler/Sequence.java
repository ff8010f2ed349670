package dev.fettle.sampler;

import dev.fettle.space.Point;
import dev.fettle.space.grid.Grid;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Points by place. The same place holds the same, however often it is looked at. For any thread. */
interface Sequence {
    /** How many places there are; {@link Long#MAX_VALUE} where nobody knows yet. */
    default long size() {
        return Long.MAX_VALUE;
    }

    /**
     * What a place holds, 0 ≤ place &lt; {@link #size}.
     *
     * @param goOn asked where finding out takes long
     * @return null only where it has said false
     */
    @Nullable
    Place at(long place, BooleanSupplier goOn);

    /** What a place of a sequence holds. */
    sealed interface Place {
        /** A point that satisfies the constraints and has no earlier place. */
        record Fresh(Point point) implements Place {}

        /** A point that fails a constraint. */
        record Failing() implements Place {}

        /** A point that has an earlier place. */
        record Repeated() implements Place {}
    }

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
        public Place at(long place, BooleanSupplier goOn) {
            Point point = grid.point(order.applyAsLong(place));
            return grid.space().allows(point) ? new Place.Fresh(point) : new Place.Failing();
        }
    }
}
