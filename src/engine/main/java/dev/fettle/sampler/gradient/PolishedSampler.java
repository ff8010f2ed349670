package dev.fettle.sampler.gradient;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.space.SearchSpace;
import java.util.List;
import java.util.OptionalInt;

/**
 * Another sampler whose best point is polished: the last share of the trials descends from it along the gradient of its decimal
 * parameters, while all else stays. The descent is that of {@link GradientSampler}, its first step crosses a fiftieth of a
 * range. If the point has no decimal parameter, or no trial was scored, the other sampler goes on.
 *
 * <pre>{@code
 * Sampler sampler = new PolishedSampler(new RandomSampler());
 * }</pre>
 *
 * <p>Immutable, for any thread.
 *
 * @param first proposes one point behind the other until then, or generations if it has such
 * @param share of the trials that polish, in (0, 1)
 */
public record PolishedSampler(Sampler first, double share) implements Sampler {
    /** The share, unless another is set. */
    private static final double THIRD = 1.0 / 3;

    private static final GradientSampler DESCENT =
            new GradientSampler().withOptimizer(Optimizer.NEWTON).withRate(1);

    public PolishedSampler {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("Share (" + share + ") must lie in (0, 1). Maybe 0.33.");
        }
    }

    /** The last third of the trials polishes. */
    public PolishedSampler(Sampler first) {
        this(first, THIRD);
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public List<String> remarks(int told) {
        return first.remarks(told);
    }

    /**
     * A fresh search; of as many trials as nobody knows none polishes.
     *
     * @throws IllegalArgumentException if no parameter is a decimal number without a step, if there are too few trials for one
     *     step, or if the first sampler refuses the space
     */
    @Override
    public Search start(Question question, Seed seed) {
        SearchSpace space = question.space();
        int dimensions = Coordinates.most(space);
        if (dimensions == 0) {
            throw new IllegalArgumentException("Space must have a decimal parameter without a step to be polished.");
        }
        int trials = question.trials().orElse(Integer.MAX_VALUE);
        int polishing = (int) Math.ceil(trials * share);
        // The noise, the arms of a step, and where it leads.
        int least = GradientSampler.NOISE_TRIALS + 2 * dimensions + 2;
        if (polishing < least) {
            int enough = (int) Math.ceil(least / share);
            throw new IllegalArgumentException("Trials (" + trials + ") must be at least " + enough
                    + " to polish: a gradient of that many decimal parameters (" + dimensions + ") takes " + least
                    + " of them. Maybe --trials " + enough + ".");
        }
        boolean known = question.trials().isPresent();
        OptionalInt before = known ? OptionalInt.of(trials - polishing) : OptionalInt.empty();
        Question own = new Question(space, question.goals(), before, question.mostResource());
        Search search = first.start(own, seed);
        return new Polished(
                question, DESCENT, seed.child("polish"), search, before.orElse(Integer.MAX_VALUE), null, null);
    }
}
