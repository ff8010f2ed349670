package dev.fettle.sampler.evidence;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Comparator;

/**
 * The end of one trial as numbers. Each is equal to itself alone, as it holds an array. Nobody may write into that, so it is
 * for any thread.
 *
 * @param place {@code [dimensions]} of the point in the unit cube; NaN where a parameter is inactive
 * @param loss by the first goal, to be minimised; the last report of a pruned trial; NaN of one that failed or reported nothing
 * @param error the standard error of the loss, at least 0; NaN where unknown
 * @param complete whether the trial was scored; false of one that was pruned or failed
 */
public record Observation(Point point, double[] place, double loss, double error, boolean complete) {
    /**
     * Complete trials, then pruned ones, whose losses are not of the same kind, then those without a loss; each by loss, of which
     * −0 is 0.
     */
    public static final Comparator<Observation> BEST_FIRST =
            Comparator.comparing(Observation::complete).reversed().thenComparingDouble(o -> o.loss() + 0.0);

    /**
     * What is kept of a trial.
     *
     * @throws IllegalArgumentException if its point does not lie in the space
     */
    public static Observation of(SearchSpace space, Told told) {
        Point point = told.trial().point();
        double[] place = space.encode(point);
        if (told instanceof Told.Scored scored) {
            return new Observation(point, place, scored.losses()[0], scored.errors()[0], true);
        }
        double[] reported = told instanceof Told.Cut cut ? cut.losses() : new double[0];
        double loss = reported.length > 0 && Double.isFinite(reported[0]) ? reported[0] : Double.NaN;
        return new Observation(point, place, loss, Double.NaN, false);
    }

    /** Whether there is a loss. */
    public boolean hasLoss() {
        return !Double.isNaN(loss);
    }
}
