package dev.fettle.kernel.variable;

import java.util.AbstractList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The best points of a study with several goals, by trial: those that no other beats in all of them. Public because the
 * notebook names it. Immutable, for any thread.
 *
 * @param <P> a record with the parameters as typed fields
 */
public final class Front$<P> extends AbstractList<P> {
    private final List<P> points;
    private final int knee;

    /** @param knee which of them gives up the least of one goal for the others, from 0; of none any number */
    Front$(List<P> points, int knee) {
        this.points = List.copyOf(points);
        this.knee = knee;
    }

    /**
     * The point where giving up a little of one goal gains the least of the others.
     *
     * @throws NoSuchElementException if there is no point
     */
    public P knee() {
        if (points.isEmpty()) {
            throw new NoSuchElementException("Study must have a scored trial; it has none.");
        }
        return points.get(knee);
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
