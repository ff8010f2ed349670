package dev.fettle.sampler.population;

import dev.fettle.space.Point;
import java.util.List;

/** A generation whose points are being tried. An immutable value, for any thread. */
public interface Brood {
    /** How many points there are: {@link Population#size}. */
    int size();

    /** The points in the order of proposing, from 0; equal ones may be among them. */
    Point point(int index);

    /** The same with another point in a place, which another version of the method has proposed there. */
    Brood with(int index, Point point);

    /** How often the method had begun again before it. */
    default int restart() {
        return 0;
    }

    /**
     * How wide it is: the deviation of its places along each coordinate of the unit cube, the root of the mean square;
     * NaN where it means nothing.
     */
    double width();

    /**
     * What is known once its trials have ended.
     *
     * @param ends of its points in their order; fewer if somebody ran ahead of results
     */
    Population after(List<Outcome> ends);
}
