package dev.fettle.kernel.objective;

import dev.fettle.space.Point;
import java.io.Serializable;

/** A model of the notebook once it is compiled. Public because Java of the notebook names it; called by many threads at once. */
@FunctionalInterface
public interface Training$ extends Serializable {
    /**
     * Trains.
     *
     * @param x {@code [n][p]}
     * @param y {@code int[n]} classes or {@code double[n]} values
     */
    Object train(Point point, double[][] x, Object y) throws Exception;
}
