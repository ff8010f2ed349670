package dev.fettle.sampler;

import dev.fettle.space.Point;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws of which each counts when its point comes for the first time, so that what is left keeps its proportions (Efraimidis
 * and Spirakis, 2006, "Weighted random sampling with a reservoir", Information Processing Letters 97, algorithm D, here by
 * rejection). The last, rare points would take for ever so: once draws hardly give a fresh one, all points are gone through
 * in a random order, and those that were not drawn follow. They weigh about a thousandth together then, or are too few to be
 * found by as many draws as the space has points.
 *
 * <p>What was drawn is kept in a memory that all states of a search share and that only grows, about 70 bytes a point beside
 * the point itself. What a place holds depends on the draws alone.
 */
final class WithoutReplacement implements Sequence {
    /** So many draws in a row that repeat a point say that fresh ones are rare. */
    private static final int DRY = 1_000;

    private final Sequence draws;
    private final @Nullable Sequence rest;
    private final Map<Point, Long> first = new HashMap<>();
    /** How many draws were looked at. */
    private long seen;
    /** How many of the last ones gave no fresh point. */
    private long dry;
    /** How many of those repeated one. */
    private long repeated;
    /** The place at which the rest begins; no draw is behind it. */
    private long turn;

    /** @param rest all points, each once; null if they cannot be numbered, which leaves the draws alone */
    WithoutReplacement(Sequence draws, @Nullable Sequence rest) {
        this.draws = draws;
        this.rest = rest;
        this.turn = draws.size();
    }

    @Override
    public synchronized long size() {
        return rest == null || turn == Long.MAX_VALUE ? turn : turn + rest.size();
    }

    @Override
    public synchronized @Nullable Place at(long place, BooleanSupplier goOn) {
        while (seen < place && seen < turn) {
            Place next = draws.at(seen, goOn);
            if (next == null) {
                return null;
            }
            look(next);
        }
        if (rest != null && place >= turn) {
            return old(rest.at(place - turn, goOn), Long.MAX_VALUE);
        }
        Place drawn = draws.at(place, goOn);
        if (drawn != null && place == seen) {
            look(drawn);
        }
        return old(drawn, place);
    }

    /** The same, or that its point was drawn before the place. */
    private @Nullable Place old(@Nullable Place drawn, long place) {
        boolean repeats = drawn instanceof Place.Fresh fresh && first.getOrDefault(fresh.point(), place) < place;
        return repeats ? new Place.Repeated() : drawn;
    }

    private void look(Place drawn) {
        boolean known = drawn instanceof Place.Fresh fresh && first.putIfAbsent(fresh.point(), seen) != null;
        boolean fresh = drawn instanceof Place.Fresh && !known;
        dry = fresh ? 0 : dry + 1;
        repeated = fresh ? 0 : known ? repeated + 1 : repeated;
        seen++;
        if (rest != null && (repeated >= DRY || dry >= Math.max(DRY, rest.size()))) {
            turn = Math.min(turn, seen);
        }
    }
}
