package dev.fettle.bench.problem;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.function.ToDoubleFunction;

/**
 * A value for each point of a finite space of choices.
 *
 * @param values in the order of the choices, the last parameter first to change
 */
record Lookup(SearchSpace space, double[] values) implements ToDoubleFunction<Point> {
    Lookup {
        long size = space.size().orElse(-1);
        if (size != values.length || !space.parameters().stream().allMatch(Choice.class::isInstance)) {
            throw new IllegalArgumentException(
                    "Values (" + values.length + ") must be one for each of the " + size + " points of choices.");
        }
    }

    @Override
    public double applyAsDouble(Point point) {
        int at = 0;
        for (Parameter p : space.parameters()) {
            Choice choice = (Choice) p;
            at = at * choice.values().size() + choice.values().indexOf(point.value(choice.name()));
        }
        return values[at];
    }
}
