package dev.fettle.study;

import dev.fettle.space.Point;
import java.util.function.UnaryOperator;

/** A score depends on all of its point; one that arrives from another JVM is the same object. */
enum WholePoint implements UnaryOperator<Point> {
    ITSELF;

    @Override
    public Point apply(Point point) {
        return point;
    }
}
