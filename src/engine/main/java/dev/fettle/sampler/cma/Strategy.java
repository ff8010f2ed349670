package dev.fettle.sampler.cma;

/**
 * The constants of CMA-ES (Hansen, 2016, revised 2023, "The CMA evolution strategy: a tutorial", arXiv 1604.00772, table 1,
 * equations 49–58). Nobody may write into the array, so it is for any thread.
 *
 * @param n numeric axes
 * @param lambda points of a generation
 * @param weights {@code [lambda]} of the ranks from the best on; the positive ones sum to 1
 * @param mu how many weights are positive; at least 1
 * @param muEff the variance-effective number of parents, 1 ≤ muEff ≤ mu
 * @param noise the variance of the recombined step along each axis where ranks are drawn by lot: 1/muEff of independent
 *     draws; less of pairs of opposite ones, which cancel where both are chosen. In place of 1/muEff in the two paths
 *     (equations 31 and 24) it keeps the step size unbiased
 * @param cSigma how fast the path of the step size forgets, in (0, 1)
 * @param dSigma damping of the step size, at least 1
 * @param cC how fast the path of the covariance forgets, in (0, 1]
 * @param c1 learning rate of the rank-one update
 * @param cMu learning rate of the rank-μ update
 * @param chi the expected length of n standard normal numbers
 */
record Strategy(
        int n,
        int lambda,
        double[] weights,
        int mu,
        double muEff,
        double noise,
        double cSigma,
        double dSigma,
        double cC,
        double c1,
        double cMu,
        double chi) {

    /** The default population size for so many axes of all kinds: 4 + ⌊3 ln d⌋ (equation 48). */
    static int population(int dimensions) {
        return 4 + (int) StrictMath.floor(3 * StrictMath.log(Math.max(1, dimensions)));
    }

    /**
     * The constants for n ≥ 0 numeric axes.
     *
     * @param lambda at least 4
     * @param active whether the worse half has negative weights; else they are 0
     * @param mirrored whether draws come in pairs of opposite ones
     */
    static Strategy of(int n, int lambda, boolean active, boolean mirrored) {
        double m = Math.max(1, n);
        int mu = lambda / 2;
        double[] raw = new double[lambda];
        for (int i = 0; i < lambda; i++) {
            raw[i] = StrictMath.log((lambda + 1) / 2.0) - StrictMath.log(i + 1);
        }
        double muEff = effective(raw, 0, mu);
        double muEffNegative = effective(raw, mu, lambda);
        double c1 = 2 / ((m + 1.3) * (m + 1.3) + muEff);
        double cMu = Math.min(1 - c1, 2 * (0.25 + muEff + 1 / muEff - 2) / ((m + 2) * (m + 2) + muEff));
        double most = Math.min(Math.min(1 + c1 / cMu, 1 + 2 * muEffNegative / (muEff + 2)), (1 - c1 - cMu) / (m * cMu));
        double cSigma = (muEff + 2) / (m + muEff + 5);
        double dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (m + 1)) - 1) + cSigma;
        double cC = (4 + muEff / m) / (m + 4 + 2 * muEff / m);
        double chi = Math.sqrt(m) * (1 - 1 / (4 * m) + 1 / (21 * m * m));
        double[] weights = scaled(raw, active ? most : 0);
        double noise = mirrored ? mirrored(lambda, muEff) : 1 / muEff;
        return new Strategy(n, lambda, weights, mu, muEff, noise, cSigma, dSigma, cC, c1, cMu, chi);
    }

    /**
     * Σ E(v − w)² over the ⌊λ/2⌋ pairs, and E w² of one left over, for positive weights in random order: E w² = 1/(λ·muEff),
     * E vw = (1 − 1/muEff)/(λ(λ − 1)).
     */
    private static double mirrored(int lambda, double muEff) {
        double squares = 1 / muEff;
        return squares - 2 * (lambda / 2) * (1 - squares) / (lambda * (lambda - 1.0));
    }

    private static double effective(double[] raw, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += raw[i];
            squares += raw[i] * raw[i];
        }
        return sum * sum / squares;
    }

    /** The positive weights sum to 1, the others to −{@code negative} (equation 53). */
    private static double[] scaled(double[] raw, double negative) {
        double above = 0;
        double below = 0;
        for (double w : raw) {
            above += Math.max(0, w);
            below += Math.max(0, -w);
        }
        double[] weights = new double[raw.length];
        for (int i = 0; i < raw.length; i++) {
            weights[i] = raw[i] >= 0 ? raw[i] / above : negative * raw[i] / below;
        }
        return weights;
    }
}
