package dev.fettle.sampler.cma;

import dev.fettle.random.Seed;
import dev.fettle.sampler.Question;
import dev.fettle.sampler.Sampler;
import dev.fettle.sampler.Search;

/**
 * CMA-ES with margin for spaces of all kinds: generations of a normal distribution that learns its mean, its step size and
 * its covariance from the ranks of what it drew (Hansen, 2016, revised 2023, "The CMA evolution strategy: a tutorial", arXiv
 * 1604.00772); lattices keep a margin (Hamano, Saito, Nomura and Shirakawa, 2022, arXiv 2205.13482 and 2212.09260), values
 * without an order have a categorical distribution beside it (Hamano et al., 2024, CatCMA, arXiv 2405.09962 and 2504.07884).
 * Of several goals the first one counts. Trials that were told before the first proposal, tries of the user or those of
 * another search, say where it starts. Failed trials rank last, pruned ones in front of them by their last report.
 *
 * <pre>{@code
 * Sampler sampler = new CmaSampler().withSigma(0.3);
 * }</pre>
 *
 * <p>What is not as the parameters below say is an {@link IllegalArgumentException}. Immutable, for any thread.
 *
 * @param sigma the first step size, as a share of the range of each parameter in its scale, in (0, 1]; three of
 *     the recommended 1/6 reach from the middle to either end
 * @param population points of a generation, 4 to 10,000; or 0 for 4 + ⌊3 ln d⌋ in d dimensions
 * @param init so many points of a Sobol sequence first, 0 to 10,000; the search then starts at the best point known
 * @param growth each restart has so many times the population of the one before (Auger and Hansen, 2005, "A restart CMA
 *     evolution strategy with increasing population size", CEC), 1 to 10
 * @param active whether the worse half of a generation is learnt from too
 * @param margin whether lattices keep the chance of 1/(d·population) to leave the cell of the mean
 * @param mirrored whether the draws of a generation come in pairs of opposite ones, at right angles to each other, rather
 *     than independent
 */
public record CmaSampler(
        double sigma, int population, int init, int growth, boolean active, boolean margin, boolean mirrored)
        implements Sampler {
    /** Numeric axes that a covariance is kept of. */
    private static final int MOST_AXES = 200;

    private static final int MOST = 10_000;

    public CmaSampler {
        require(sigma > 0 && sigma <= 1, "Sigma", sigma, "lie in (0, 1]. Maybe 0.2.");
        require(
                population == 0 || (population >= 4 && population <= MOST),
                "Population",
                population,
                "lie in [4, 10000]. Maybe 0, which chooses one.");
        require(init >= 0 && init <= MOST, "Init", init, "lie in [0, 10000]. Maybe 0.");
        require(growth >= 1 && growth <= 10, "Growth", growth, "lie in [1, 10]. Maybe 2.");
    }

    /** As recommended. */
    public CmaSampler() {
        this(1.0 / 6, 0, 0, 2, true, true, true);
    }

    private static void require(boolean holds, String subject, Number value, String must) {
        if (!holds) {
            throw new IllegalArgumentException(subject + " (" + value + ") must " + must);
        }
    }

    /** With another {@link #sigma}. */
    public CmaSampler withSigma(double value) {
        return new CmaSampler(value, population, init, growth, active, margin, mirrored);
    }

    /** With another {@link #population}. */
    public CmaSampler withPopulation(int value) {
        return new CmaSampler(sigma, value, init, growth, active, margin, mirrored);
    }

    /** With another {@link #init}. */
    public CmaSampler withInit(int value) {
        return new CmaSampler(sigma, population, value, growth, active, margin, mirrored);
    }

    /** With another {@link #growth}. */
    public CmaSampler withGrowth(int value) {
        return new CmaSampler(sigma, population, init, value, active, margin, mirrored);
    }

    /** Learning from the worse half too, or not. */
    public CmaSampler withActive(boolean value) {
        return new CmaSampler(sigma, population, init, growth, value, margin, mirrored);
    }

    /** With the margin of lattices or without. */
    public CmaSampler withMargin(boolean value) {
        return new CmaSampler(sigma, population, init, growth, active, value, mirrored);
    }

    /** Drawing in opposite pairs, or independently. */
    public CmaSampler withMirrored(boolean value) {
        return new CmaSampler(sigma, population, init, growth, active, margin, value);
    }

    /** @throws IllegalArgumentException if the space has more than 200 axes of numbers */
    @Override
    public Search start(Question question, Seed seed) {
        return begin(question, seed);
    }

    Generations begin(Question question, Seed seed) {
        Layout layout = Layout.of(question.space());
        int axes = layout.numeric().length;
        if (axes > MOST_AXES) {
            throw new IllegalArgumentException("Space (" + axes + " axes of numbers) must have at most " + MOST_AXES
                    + " for a covariance. Maybe random search.");
        }
        return Generations.start(this, question, layout, seed);
    }
}
