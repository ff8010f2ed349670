package dev.fettle.kernel.variable;

import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The best points of a study with several goals, by trial: those that no other beats in all of them. Public because the
 * notebook names it. Immutable, for any thread.
 *
 * @param <P> a record with the parameters as typed fields
 */
public final class Front$<P> extends AbstractList<P> {
    private final List<P> points;
    private final @Nullable P knee;

    /** @param knee which of them gives up the least of one goal for the others; null if none does */
    Front$(List<P> points, @Nullable P knee) {
        this.points = List.copyOf(points);
        this.knee = knee;
    }

    /**
     * The point where giving up a little of one goal gains the least of the others.
     *
     * @throws NoSuchElementException if there is none, as on a straight line, or where only ends are known
     */
    public P knee() {
        if (knee == null) {
            throw new NoSuchElementException("Front (" + points.size()
                    + " points) must have a knee; giving up one goal gains as much of the others everywhere."
                    + " Maybe more trials.");
        }
        return knee;
    }

    @Override
    public P get(int index) {
        return points.get(index);
    }

    @Override
    public int size() {
        return points.size();
    }
}
