package dev.fettle.evaluation;

import dev.fettle.space.Normal;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scale;
import java.io.Serializable;
import java.util.Optional;

/**
 * One coordinate of a gradient: a decimal hyperparameter, or its natural logarithm.
 *
 * @param name of the hyperparameter
 */
public record Slope(String name, Scale scale) implements Serializable {
    private static final long serialVersionUID = 1;

    /** That of a parameter on its scale; empty unless it is one decimal number without a step. */
    static Optional<Slope> of(Parameter p) {
        if (p instanceof Real real && real.step() == 0) {
            return Optional.of(new Slope(p.name(), real.scale()));
        }
        return p instanceof Normal normal && normal.step() == 0
                ? Optional.of(new Slope(p.name(), normal.scale()))
                : Optional.empty();
    }

    /** Whether a point says a value, and so the score may change with it. */
    boolean isActive(Point point) {
        return point.has(name);
    }

    /** d value/d coordinate. */
    double unit(Point point) {
        return scale == Scale.LOG ? point.real(name) : 1;
    }
}
