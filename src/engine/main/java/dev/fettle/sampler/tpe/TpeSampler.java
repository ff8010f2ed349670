package dev.fettle.sampler.tpe;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;
import dev.fettle.sampler.evidence.Learning;

/**
 * Tree-structured Parzen estimator: splits what it has heard into a few good trials and the rest, models where each lie by a
 * mixture of kernels, ℓ and g, and proposes the candidate out of ℓ for which ℓ/g is largest, which is the one of largest
 * expected improvement (Bergstra, Bardenet, Bengio and Kégl, 2011, "Algorithms for hyper-parameter optimization", NeurIPS,
 * section 4). Kernels span all parameters of a branch (Falkner, Klein and Hutter, 2018, "BOHB", ICML). The pieces are those of Watanabe (2023, "Tree-structured Parzen estimator", arXiv:2304.11127) and Optuna 5, whose
 * TPESampler this follows but for narrower kernels (no magic clip; Watanabe's least width), even first points, a look at
 * every point of a small space, and no point twice. Failed trials and those under way are among the rest. Listens to the first goal.
 *
 * <p>An ask takes time and memory in proportion to candidates × kernels × dimensions, whatever was told before: good trials
 * are at most {@link #mostGood}, and the rest is thinned to some hundreds.
 *
 * <pre>{@code
 * Sampler sampler = new TpeSampler().withCandidates(48);
 * Search search = sampler.start(Question.of(space, Goal.minimize("loss")), new Seed(42));
 * }</pre>
 *
 * @param init so many evenly spread trials come first, at least 1
 * @param candidates drawn for each proposal, at least 1
 * @param goodShare which share of the scored trials counts as good, in (0, 1]; rounded up
 * @param mostGood at most so many trials are good, at least 1
 * @param together which parameters share a kernel
 * @param bandwidth how wide the kernels of numbers are
 * @param leastWidth kernels are at least so wide, as a share of the range; in (0, 1]
 * @param magicClip whether they are also at least 1/min(100, n + 2) wide, with n trials in the mixture
 * @param priorWeight of the kernel that is as wide as the range, against 1 of a recent trial; in [1e-6, 1e6]
 */
public record TpeSampler(
        int init,
        int candidates,
        double goodShare,
        int mostGood,
        Together together,
        Bandwidth bandwidth,
        double leastWidth,
        boolean magicClip,
        double priorWeight)
        implements Sampler {
    private static final long serialVersionUID = 1;

    public TpeSampler {
        atLeastOne(init, "Init");
        atLeastOne(candidates, "Candidates");
        atLeastOne(mostGood, "Most good trials");
        require(goodShare > 0 && goodShare <= 1, "Share of good trials", goodShare, "lie in (0, 1]");
        require(leastWidth > 0 && leastWidth <= 1, "Least width of kernels", leastWidth, "lie in (0, 1]");
        require(priorWeight >= 1e-6 && priorWeight <= 1e6, "Prior weight", priorWeight, "lie in [1e-6, 1e6]");
    }

    /** The settings that the documentation of this package compares with others. */
    public TpeSampler() {
        this(10, 24, 0.1, 25, Together.BRANCH, Bandwidth.NEIGHBOURS, 0.03, false, 1);
    }

    private static void atLeastOne(int value, String subject) {
        require(value >= 1, subject, value, "be at least 1");
    }

    private static void require(boolean holds, String subject, Number value, String what) {
        if (!holds) {
            throw new IllegalArgumentException(subject + " (" + value + ") must " + what + ".");
        }
    }

    /** With so many evenly spread trials first. */
    public TpeSampler withInit(int trials) {
        return new TpeSampler(
                trials, candidates, goodShare, mostGood, together, bandwidth, leastWidth, magicClip, priorWeight);
    }

    /** With so many candidates for each proposal. */
    public TpeSampler withCandidates(int count) {
        return new TpeSampler(
                init, count, goodShare, mostGood, together, bandwidth, leastWidth, magicClip, priorWeight);
    }

    /** With another share of good trials, and another bound on how many they are. */
    public TpeSampler withGood(double share, int most) {
        return new TpeSampler(init, candidates, share, most, together, bandwidth, leastWidth, magicClip, priorWeight);
    }

    /** With another answer to which parameters share a kernel. */
    public TpeSampler withTogether(Together which) {
        return new TpeSampler(
                init, candidates, goodShare, mostGood, which, bandwidth, leastWidth, magicClip, priorWeight);
    }

    /** With kernels of another width. */
    public TpeSampler withBandwidth(Bandwidth width, double least, boolean clip) {
        return new TpeSampler(init, candidates, goodShare, mostGood, together, width, least, clip, priorWeight);
    }

    /** With another weight of the prior. */
    public TpeSampler withPriorWeight(double weight) {
        return new TpeSampler(
                init, candidates, goodShare, mostGood, together, bandwidth, leastWidth, magicClip, weight);
    }

    /** How many trials are good of so many that have a loss. */
    int good(int scored) {
        return (int) Math.min(mostGood, Math.ceil(goodShare * scored));
    }

    @Override
    public Search start(Question question, Seed seed) {
        return Learning.start(question, seed.child("tpe"), init, new Estimator(question.space(), this), "tpe");
    }
}
