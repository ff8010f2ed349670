package dev.fettle.sampler.bayes;

import java.util.Arrays;

/**
 * What is believed of the hyperparameters before any data, each as a normal law of its logarithm.
 *
 * @param length mean of ln ℓ
 * @param lengthSd its standard deviation, positive
 * @param scaleSd of ln scale, whose mean is 0
 * @param noise mean of ln noise
 * @param noiseSd its standard deviation, positive
 */
record Prior(double length, double lengthSd, double scaleSd, double noise, double noiseSd) {
    /** Of the share of known variance: a tenth, give or take a factor of three. */
    private static final double SHARE = StrictMath.log(0.1);

    private static final double SHARE_SD = 1.1;

    /**
     * What the ablations of this package came to: lengths of half the range, give or take a factor of two, however many
     * coordinates there are; little noise, about which little is known.
     */
    static final Prior STANDARD = new Prior(-0.5, 0.8, 1, -8, 3);

    /** Minus the logarithm of the density up to a constant; adds its slopes to the gradient. */
    double penalty(double[] x, int d, double[] gradient) {
        double sum = 0;
        for (int c = 0; c < d; c++) {
            sum += one(x, c, length, lengthSd, gradient);
        }
        sum += one(x, d, 0, scaleSd, gradient) + one(x, d + 1, noise, noiseSd, gradient);
        return x.length > d + 2 ? sum + one(x, d + 2, SHARE, SHARE_SD, gradient) : sum;
    }

    private static double one(double[] x, int i, double mean, double sd, double[] gradient) {
        double z = (x[i] - mean) / sd;
        gradient[i] += z / sd;
        return 0.5 * z * z;
    }

    /** Where it is highest. */
    Kernel mode(int dimensions) {
        double[] lengths = new double[dimensions];
        Arrays.fill(lengths, StrictMath.exp(length));
        return new Kernel(lengths, 1, StrictMath.exp(noise), 0.1);
    }
}
