package dev.fettle.sampler.population;

import dev.fettle.sampler.Told;
import dev.fettle.space.Point;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * How the trial of a point ended. Each is equal to itself alone, as it holds an array. Nobody may write into that, so it is
 * for any thread.
 *
 * @param grade 0 completed, 1 pruned with a report, 2 all others
 * @param losses {@code [goals]}, finite; of grade 1 the first alone, as it was last reported; empty of grade 2
 * @param gradient as in {@link Told.Scored}; null if unknown
 */
public record Outcome(Point point, int grade, double[] losses, double @Nullable [] gradient) {
    /** By grade, then by the first loss, of which −0 is 0. */
    public static final Comparator<Outcome> BEST_FIRST =
            (a, b) -> a.grade != b.grade ? Integer.compare(a.grade, b.grade) : Double.compare(a.loss(), b.loss());

    /** What is kept of a trial. */
    public static Outcome of(Told told) {
        double[] losses = new double[0];
        double[] gradient = null;
        if (told instanceof Told.Scored scored) {
            losses = scored.losses();
            gradient = scored.gradient();
        } else if (told instanceof Told.Cut cut) {
            losses = cut.losses();
        }
        Point point = told.trial().point();
        for (double loss : losses) {
            if (!Double.isFinite(loss)) {
                return unknown(point);
            }
        }
        return new Outcome(point, losses.length == 0 ? 2 : told instanceof Told.Scored ? 0 : 1, losses, gradient);
    }

    /** That of a trial of which nobody has told. */
    public static Outcome unknown(Point point) {
        return new Outcome(point, 2, new double[0], null);
    }

    /** The first loss; 0 if there is none, which counts only among others without one. */
    public double loss() {
        return losses.length == 0 ? 0 : losses[0] + 0.0;
    }
}
