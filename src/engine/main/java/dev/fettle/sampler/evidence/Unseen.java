package dev.fettle.sampler.evidence;

import dev.fettle.math.Sobol;
import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.RandomSampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.Point;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The points of a random search that are not known yet, in its order; of a finite space all of them. Immutable, for any
 * thread.
 *
 * @param walk a search that does not listen; what it has proposed is known
 */
public record Unseen(Search walk) {
    /** A walk with repeats that brings so many known points in a row, and all that there are, brings nothing new. */
    private static final int KNOWN = 10_000;

    /** By chance, or the more even points of a Sobol sequence where there is one. */
    public static Unseen of(Question question, Seed seed, boolean quasi) {
        boolean sobol = quasi && question.space().dimensions() <= Sobol.DIMENSIONS;
        return new Unseen(new RandomSampler(sobol).start(question, seed));
    }

    /**
     * What was found, and where to look from the next time.
     *
     * @param point null if there is none left, or {@code goOn} said no
     */
    public record Found(@Nullable Point point, Unseen next) {}

    /** The first point that the evidence does not know; none behind many more known ones in a row than there are. */
    public Found next(Evidence evidence, BooleanSupplier goOn) {
        Search here = walk;
        for (int left = KNOWN + evidence.size(); left > 0; left--) {
            Search.Step step = here.propose(1, goOn);
            if (step.proposals().isEmpty()) {
                return new Found(null, new Unseen(here));
            }
            Point point = step.proposals().get(0).point();
            if (!evidence.knows(point)) {
                return new Found(point, new Unseen(here));
            }
            here = step.next();
        }
        return new Found(null, new Unseen(here));
    }
}
