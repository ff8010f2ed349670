package dev.fettle.sampler.swarm;

import dev.fettle.sampler.population.Outcome;
import dev.fettle.space.Point;
import org.jspecify.annotations.Nullable;

/**
 * One of a swarm. Nobody may write into the arrays, so it is for any thread.
 *
 * @param place {@code [coordinates]} in [0, 1]
 * @param velocity {@code [coordinates]} of the next move, before it is turned
 * @param bestPlace where it was best; null until it has been anywhere
 * @param best how good that was
 */
record Particle(
        Point point,
        double[] place,
        double[] velocity,
        double @Nullable [] bestPlace,
        @Nullable Outcome best) {
    /** Once its trial has ended; an equal end is no better. */
    Particle ended(Outcome end) {
        boolean better = best == null || Outcome.BEST_FIRST.compare(end, best) < 0;
        return better ? new Particle(point, place, velocity, place, end) : this;
    }
}
