package dev.fettle.sampler.bayes;

/**
 * The hyperparameters of the Gaussian process: covariance scale·k(Σ_c δ_c²/ℓ_c²) with k of {@link dev.fettle.math.Matern}, and
 * the variance noise + share·(known variance of a trial) on its diagonal. Nobody may write into the array.
 *
 * @param lengths {@code [coordinates]} ℓ, positive
 * @param scale of the signal, positive
 * @param noise the same for all trials, positive
 * @param share how much of the variance that the folds show separates points, at least 0: folds are the same for all
 */
record Kernel(double[] lengths, double scale, double noise, double share) {
    /** {@code [features]} 1/ℓ² of the coordinate that each feature belongs to. */
    double[] weights(Embedding embedding) {
        double[] weights = new double[embedding.features()];
        for (int c = 0; c < lengths.length; c++) {
            for (int f = embedding.first(c); f < embedding.first(c + 1); f++) {
                weights[f] = 1 / (lengths[c] * lengths[c]);
            }
        }
        return weights;
    }

    /** The logarithms of all but the share, and that too where it matters. */
    double[] logarithms(boolean withShare) {
        int d = lengths.length;
        double[] x = new double[d + (withShare ? 3 : 2)];
        for (int c = 0; c < d; c++) {
            x[c] = StrictMath.log(lengths[c]);
        }
        x[d] = StrictMath.log(scale);
        x[d + 1] = StrictMath.log(noise);
        if (withShare) {
            x[d + 2] = StrictMath.log(share);
        }
        return x;
    }

    /** The same with another noise. */
    Kernel withNoise(double variance) {
        return new Kernel(lengths, scale, variance, share);
    }

    static Kernel of(double[] logarithms, int d) {
        double[] lengths = new double[d];
        for (int c = 0; c < d; c++) {
            lengths[c] = StrictMath.exp(logarithms[c]);
        }
        return new Kernel(
                lengths,
                StrictMath.exp(logarithms[d]),
                StrictMath.exp(logarithms[d + 1]),
                logarithms.length > d + 2 ? StrictMath.exp(logarithms[d + 2]) : 0);
    }
}
