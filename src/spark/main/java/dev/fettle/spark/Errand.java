package dev.fettle.spark;

import dev.fettle.space.Point;
import java.io.Serializable;

/** What an executor must know of one trial. */
record Errand(Point point, int number, int resource, long seed) implements Serializable {
    private static final long serialVersionUID = 1;
}
