package dev.fettle.bench;

import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t. */
final class Student {
    private Student() {}

    /** The 97.5 % quantile with the given degrees of freedom, at least 1. */
    static double quantile975(int degrees) {
        return new TDistribution(degrees).inverseCumulativeProbability(0.975);
    }
}
