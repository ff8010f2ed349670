package dev.fettle.sampler.bayes;

import java.util.Arrays;

/**
 * Losses made fit for a Gaussian process by a monotone map that depends on all of them: the median becomes 0, the better half
 * keeps its distances, the worse half is seen by a {@link View}; what has no loss counts as worse than the worst; then mean
 * 0, standard deviation 1. Bad losses are many and far, and matter only in that they are bad (the idea of the half-rank
 * warping of Song et al., 2024, "The Vizier Gaussian process bandit algorithm", arXiv:2408.11527, here smooth and with a way
 * back). Nobody may write into the arrays.
 *
 * @param y {@code [n]} the warped losses
 * @param slopes {@code [n]} of the map at each loss, finite, at least 0: they turn standard errors into those of y
 * @param back leads from y to losses
 */
record Warp(double[] y, double[] slopes, Back back) {
    /** How far behind the worst a failure stands, in units of the whole range. */
    private static final double BEHIND = 0.1;

    /** Squares of what is farther would overflow. */
    private static final double FARTHEST = 1e100;

    /**
     * The way back.
     *
     * @param view of the worse half
     * @param median the loss that is seen as 0
     * @param unit the difference of losses that is seen as 1, positive
     * @param worst the worst loss; beyond it a difference counts as among the better losses, as nothing is known of a bend there
     * @param mean of what is seen
     * @param sd of what is seen, positive
     */
    record Back(View view, double median, double unit, double worst, double mean, double sd) {
        double loss(double y) {
            double x = y * sd + mean;
            if (x <= 0) {
                return median + x * unit;
            }
            double most = Math.min(FARTHEST, far(worst, median, unit));
            double end = view.see(most);
            return median + unit * (x <= end ? Math.min(most, view.unsee(x)) : most + (x - end));
        }

        /** What a difference of 1 in y is among the better losses. */
        double step() {
            return unit * sd;
        }
    }

    /** The logarithm of the density that the map gives to losses, beside that of y. */
    double logDensity() {
        double sum = 0;
        for (double slope : slopes) {
            sum += slope > 0 ? StrictMath.log(slope) : 0;
        }
        return sum;
    }

    /**
     * Differences are taken of halves, which do not overflow.
     *
     * @param losses {@code [n]}; NaN for a trial without one. All NaN are all the same
     */
    static Warp of(double[] losses, View view) {
        double[] sorted =
                Arrays.stream(losses).filter(v -> !Double.isNaN(v)).sorted().toArray();
        int m = sorted.length;
        if (m == 0) {
            return new Warp(new double[losses.length], new double[losses.length], new Back(view, 0, 1, 0, 0, 1));
        }
        double median = m % 2 == 1 ? sorted[m / 2] : 0.5 * sorted[m / 2 - 1] + 0.5 * sorted[m / 2];
        double unit = unit(sorted, median);
        double best = seen(sorted[0], median, unit, view);
        double worst = seen(sorted[m - 1], median, unit, view);
        double[] x = new double[losses.length];
        double[] slopes = new double[losses.length];
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(losses[i])) {
                x[i] = worst + Math.max(BEHIND * (worst - best), BEHIND);
            } else {
                x[i] = seen(losses[i], median, unit, view);
                slopes[i] = (losses[i] > median ? view.slope(far(losses[i], median, unit)) : 1) / unit;
            }
        }
        double mean = mean(x);
        double sd = deviation(x, mean);
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - mean) / sd;
            slopes[i] = Math.min(Double.MAX_VALUE, slopes[i] / sd);
        }
        return new Warp(x, slopes, new Back(view, median, unit, sorted[m - 1], mean, sd));
    }

    private static double far(double loss, double median, double unit) {
        return (0.5 * loss - 0.5 * median) / (0.5 * unit);
    }

    private static double seen(double loss, double median, double unit, View view) {
        double x = far(loss, median, unit);
        return x > 0 ? view.see(Math.min(x, FARTHEST)) : x;
    }

    /** The root mean square of the better half's distances to the median; something else positive where they are all 0. */
    private static double unit(double[] sorted, double median) {
        double range = 0.5 * median - 0.5 * sorted[0];
        if (!(range > 0)) {
            double rest = 0.5 * sorted[sorted.length - 1] - 0.5 * median;
            return rest > 0 ? rest : 1;
        }
        double squares = 0;
        int better = 0;
        while (better < sorted.length && sorted[better] <= median) {
            double share = (0.5 * median - 0.5 * sorted[better]) / range;
            squares += share * share;
            better++;
        }
        return Math.max(Double.MIN_NORMAL, Math.min(Double.MAX_VALUE, 2 * range * Math.sqrt(squares / better)));
    }

    private static double mean(double[] x) {
        double mean = 0;
        for (double v : x) {
            mean += v / x.length;
        }
        return mean;
    }

    private static double deviation(double[] x, double mean) {
        double squares = 0;
        for (double v : x) {
            squares += (v - mean) * (v - mean) / x.length;
        }
        return squares > 0 ? Math.sqrt(squares) : 1;
    }
}
