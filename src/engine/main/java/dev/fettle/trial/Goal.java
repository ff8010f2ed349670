package dev.fettle.trial;

import java.io.Serializable;

/**
 * What is sought: one of the numbers of a {@link Score}, and which way is better. Immutable, for any thread.
 *
 * <pre>{@code
 * List<Goal> goals = List.of(Goal.maximize("accuracy"), Goal.minimize("seconds"));
 * }</pre>
 *
 * @param name as the user calls it, "accuracy" say; not empty
 */
public record Goal(String name, Direction direction) implements Serializable {
    public Goal {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("Goal () must have a name. Maybe score.");
        }
    }

    /** The more the better. */
    public static Goal maximize(String name) {
        return new Goal(name, Direction.MAXIMIZE);
    }

    /** The less the better. */
    public static Goal minimize(String name) {
        return new Goal(name, Direction.MINIMIZE);
    }

    /** As {@link Direction#loss}. */
    public double loss(double score) {
        return direction.loss(score);
    }

    /** As {@link Direction#better}. */
    public boolean better(double a, double b) {
        return direction.better(a, b);
    }
}
