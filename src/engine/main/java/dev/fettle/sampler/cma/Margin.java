package dev.fettle.sampler.cma;

import dev.fettle.math.StandardNormal;

/**
 * The margin of CMA-ES with margin: a lattice axis never loses the chance to leave the cell of its mean (Hamano, Saito,
 * Nomura and Shirakawa, 2022, "CMA-ES with margin", GECCO, arXiv 2205.13482, section 4.3; for whole numbers the form of
 * 2212.09260, section 4). Immutable, for any thread.
 *
 * @param mean of a normal distribution on one axis, in its own coordinate
 * @param stretch factor on its standard deviation, positive
 */
record Margin(double mean, double stretch) {
    /**
     * What mean and deviation must become so that a draw leaves the cell with at least the given probability: in a cell at
     * the end the mean moves towards the neighbour, in an inner one both sides keep half of it by moving and stretching.
     *
     * @param sd of the distribution, positive
     * @param low border below the mean; −∞ in the lowest cell
     * @param high border above the mean; ∞ in the highest cell, and not both
     * @param alpha in (0, ½)
     */
    static Margin of(double mean, double sd, double low, double high, double alpha) {
        if (Double.isInfinite(low)) {
            return new Margin(Math.max(mean, high + sd * StandardNormal.quantile(alpha)), 1);
        }
        if (Double.isInfinite(high)) {
            return new Margin(Math.min(mean, low - sd * StandardNormal.quantile(alpha)), 1);
        }
        double below = StandardNormal.cumulative((low - mean) / sd);
        double above = StandardNormal.cumulative((mean - high) / sd);
        double half = alpha / 2;
        if (below >= half && above >= half) {
            return new Margin(mean, 1);
        }
        double inside = 1 - below - above;
        double down = Math.max(half, below);
        double up = Math.max(half, above);
        double sum = down + up + inside;
        double excess = (1 - sum) / (sum - 3 * half);
        // Distances to the borders in deviations; at most ½ lies beyond either.
        double zDown = -StandardNormal.quantile(down + excess * (down - half));
        double zUp = -StandardNormal.quantile(up + excess * (up - half));
        double both = zDown + zUp;
        return new Margin((low * zUp + high * zDown) / both, (high - low) / (both * sd));
    }
}
