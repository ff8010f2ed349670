package dev.fettle.sampler.bayes;

import dev.fettle.space.Axis;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Scalar;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places of the unit cube in which every coordinate has a value, and what they stand for: an inactive parameter keeps the
 * value that it would have, so that a search may switch it on. Immutable, for any thread.
 */
final class Places {
    private final SearchSpace space;
    private final List<Scalar> scalars;
    private final List<Axis> axes;
    private final boolean conditional;

    Places(SearchSpace space) {
        this.space = space;
        this.scalars = space.scalars();
        this.axes = space.axes();
        this.conditional = space.parameters().stream().anyMatch(p -> p.condition() != null);
    }

    int dimensions() {
        return axes.size();
    }

    /** The point at a place; null if it breaks a constraint. */
    @Nullable
    Point point(double[] u) {
        Point point = space.decode(u);
        return space.allows(point) ? point : null;
    }

    /** The place as the model sees it: in the middle of cells, NaN where inactive. */
    double[] seen(double[] u) {
        double[] place = u.clone();
        for (int c = 0; c < place.length; c++) {
            if (!(axes.get(c) instanceof Axis.Continuous)) {
                place[c] = scalars.get(c).encode(scalars.get(c).decode(u[c]));
            }
        }
        if (conditional) {
            Point point = space.decode(u);
            int at = 0;
            for (Parameter p : space.parameters()) {
                if (!point.has(p.name())) {
                    Arrays.fill(place, at, at + p.dimensions(), Double.NaN);
                }
                at += p.dimensions();
            }
        }
        return place;
    }

    /** How many values a coordinate has; 0 for a continuum. */
    long values(int c) {
        Axis axis = axes.get(c);
        return axis instanceof Axis.Nominal n ? n.values() : axis instanceof Axis.Lattice l ? l.cells() : 0;
    }

    boolean isOrdered(int c) {
        return !(axes.get(c) instanceof Axis.Nominal);
    }

    /** The place of value number k of a coordinate that has finitely many. */
    double value(int c, long k) {
        return scalars.get(c).encode(scalars.get(c).value(k));
    }
}
