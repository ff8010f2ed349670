package dev.fettle.sampler.bayes;

import dev.fettle.math.ExpectedImprovement;

/** The logarithm of the expected improvement on the incumbent, at one place or at many. */
final class Acquisition {
    private final Posterior posterior;
    private final double incumbent;

    /** @param incumbent the standardised loss to improve on */
    Acquisition(Posterior posterior, double incumbent) {
        this.posterior = posterior;
        this.incumbent = incumbent;
    }

    double at(double[] z) {
        return log(posterior.at(z));
    }

    private double log(Posterior.Belief belief) {
        return StrictMath.log(belief.sd()) + ExpectedImprovement.log((incumbent - belief.mean()) / belief.sd());
    }

    /** The value, with its slopes along some features. */
    double at(double[] z, int[] features, double[] slopes) {
        double[] sds = new double[features.length];
        Posterior.Belief belief = posterior.at(z, features, slopes, sds);
        double score = (incumbent - belief.mean()) / belief.sd();
        double byMean = -ExpectedImprovement.slope(score) / belief.sd();
        double bySd = ExpectedImprovement.spread(score) / belief.sd();
        for (int j = 0; j < slopes.length; j++) {
            slopes[j] = byMean * slopes[j] + bySd * sds[j];
        }
        return log(belief);
    }

    /** @param places {@code [features][count]} */
    double[] at(double[][] places, int count) {
        double[] means = new double[count];
        double[] sds = new double[count];
        posterior.at(places, count, means, sds);
        double[] values = new double[count];
        for (int j = 0; j < count; j++) {
            values[j] = log(new Posterior.Belief(means[j], sds[j]));
        }
        return values;
    }
}
