package dev.fettle.evaluation;

import dev.fettle.learner.hyperparameter.Configuration;
import dev.fettle.space.Point;
import java.io.Serializable;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What of a point the learner of an objective reads. */
record Essence(CrossValidation objective) implements UnaryOperator<Point>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public Point apply(Point point) {
        try {
            Configuration values = objective.values(point);
            Map<String, Object> read = point.entries();
            read.keySet().removeIf(name -> !objective.learner().reads(name, values));
            return Point.of(read);
        } catch (IllegalArgumentException e) {
            return point;
        }
    }
}
