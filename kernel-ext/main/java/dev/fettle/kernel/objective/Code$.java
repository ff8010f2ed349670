package dev.fettle.kernel.objective;

import dev.fettle.space.Point;
import dev.fettle.trial.Probe;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The Java of a cell once it is compiled. Public because Java of the notebook names it; called by many threads at once. */
@FunctionalInterface
public interface Code$ extends Serializable {
    /**
     * Evaluates one point.
     *
     * @param values of all parameters and then of the constants, with the Java types of their locals
     * @param point the same parameters by name
     */
    @Nullable
    Object run(Object[] values, Point point, Probe probe) throws Exception;
}
