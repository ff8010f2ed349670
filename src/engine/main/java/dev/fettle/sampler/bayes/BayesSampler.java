package dev.fettle.sampler.bayes;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.evidence.Learning;
import java.util.List;

/**
 * Bayesian optimisation: a Gaussian process with a Matérn covariance models the losses, and the next point is the one whose
 * expected improvement is highest. For few, costly trials in any space: numbers on any scale, values without an order,
 * conditional parameters, constraints.
 *
 * <p>Where a hundred trials or more are under way a choice takes milliseconds: the model of the hundred nearest trials to the best is
 * made anew once a thirty-second of those under way has been told, and believes the hundred nearest of these, and each proposed
 * since, as if they had come out as expected ("kriging believer", Ginsbourger et al., 2010).
 *
 * @param init how many evenly spread points come before the model speaks, those of the user among them; 0 for ten, or
 *     one more than there are coordinates if these are more, and at most a fifth of the trials but at least two
 * @param deterministic whether the same point always scores the same, so that nothing is put down to noise
 * @param handover so many trials are all looked at, at least 1; of more only the nearest to the best, as the cost of thinking
 *     grows with the cube of the trials
 */
public record BayesSampler(int init, boolean deterministic, int handover) implements Sampler {
    /** The handover, unless another is set. */
    static final int HANDOVER = 250;

    private static final int FIRST = 10;

    public BayesSampler {
        if (init < 0) {
            throw new IllegalArgumentException("Init (" + init + ") must be at least 0.");
        }
        if (handover < 1) {
            throw new IllegalArgumentException("Handover (" + handover + ") must be at least 1.");
        }
    }

    /** Noise is learnt, the beginning is chosen by the space. */
    public BayesSampler() {
        this(0, false, HANDOVER);
    }

    /** With so many points before the model speaks, at least 0. */
    public BayesSampler withInit(int points) {
        return new BayesSampler(points, deterministic, handover);
    }

    /** For an objective without noise, or with it. */
    public BayesSampler withDeterministic(boolean exact) {
        return new BayesSampler(init, exact, handover);
    }

    /** With another end of the model's turn, at least 1. */
    public BayesSampler withHandover(int trials) {
        return new BayesSampler(init, deterministic, trials);
    }

    @Override
    public Search start(Question question, Seed seed) {
        GaussianChooser chooser = new GaussianChooser(question.space(), deterministic, handover);
        return Learning.start(question, seed, first(question), chooser, "model");
    }

    @Override
    public List<String> remarks(int told) {
        return told <= handover
                ? List.of()
                : List.of("Beyond " + handover + " trials the model looks at the " + Region.nearest(handover)
                        + " nearest to the best.");
    }

    private int first(Question question) {
        int most = Math.max(2, question.trials().orElse(Integer.MAX_VALUE) / 5);
        return init > 0 ? init : Math.min(most, Math.max(FIRST, question.space().dimensions() + 1));
    }
}
