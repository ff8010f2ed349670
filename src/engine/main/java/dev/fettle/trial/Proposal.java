package dev.fettle.trial;

import dev.fettle.space.Point;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a sampler asks for. Immutable, for any thread.
 *
 * @param resource how much the evaluation may use, in units of the objective (epochs, trees, rows), at least 1; or
 *     {@link #ALL} for as much as it takes by itself
 * @param from the number of the trial that this one carries on with more resource; null if it starts afresh
 * @param origin where the point comes from, in a word or two: "grid", "default", "model", "generation 12"; shown to people,
 *     and no part of what makes two proposals the same
 */
public record Proposal(Point point, int resource, @Nullable Integer from, String origin) implements Serializable {
    private static final long serialVersionUID = 1;

    /** As much resource as the objective takes by itself. */
    public static final int ALL = 0;

    public Proposal {
        if (resource < 0) {
            throw new IllegalArgumentException("Resource (" + resource + ") must be at least 1, or 0 for all.");
        }
    }

    /** A point to be evaluated with all resource. */
    public static Proposal of(Point point, String origin) {
        return new Proposal(point, ALL, null, origin);
    }

    /** The {@link #resource} as a number to compare by: {@link #ALL} is more than any other. */
    int amount() {
        return resource == ALL ? Integer.MAX_VALUE : resource;
    }

    /**
     * What makes two proposals the same: one evaluation serves both. A point with more resource is another one.
     *
     * @param resource as for {@link Proposal}
     */
    public record Key(Point point, int resource) implements Serializable {
        // What the compiler makes of a record takes many times as long, and every proposal is looked up.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key k && resource == k.resource && point.equals(k.point);
        }

        @Override
        public int hashCode() {
            return 31 * point.hashCode() + resource;
        }
    }

    /** What an evaluation of this proposal is filed under. */
    public Key key() {
        return new Key(point, resource);
    }
}
