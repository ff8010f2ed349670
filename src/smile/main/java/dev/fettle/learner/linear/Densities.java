package dev.fettle.learner.linear;

import dev.fettle.learner.ScoreClassifier;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * Bayes' rule: the score of a class is the logarithm of its share times its density at the row.
 *
 * @param classes how many there are
 * @param present those with a density, rising; the others are never told
 * @param shares {@code [present]}, above 0
 * @param densities one for each that is present
 */
record Densities(int classes, int[] present, double[] shares, List<Density> densities)
        implements ScoreClassifier.Scores {
    private static final long serialVersionUID = 1;

    static Densities of(Groups groups, List<Density> densities) {
        return new Densities(groups.classes(), groups.present(), groups.shares(), List.copyOf(densities));
    }

    @Override
    public double[] of(double[] x) {
        double[] scores = new double[classes];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < present.length; k++) {
            scores[present[k]] = StrictMath.log(shares[k]) + densities.get(k).logarithm(x);
        }
        return scores;
    }

    /** How dense a class lies at a row, up to a factor that all classes share. */
    interface Density extends Serializable {
        /** The logarithm. */
        double logarithm(double[] x);
    }

    /**
     * A normal density whose axes are those of the coordinates.
     *
     * @param means {@code [p]}
     * @param variances {@code [p]}, above 0
     * @param spread Σ ln variances
     */
    record Normal(double[] means, double[] variances, double spread) implements Density {
        private static final long serialVersionUID = 1;

        static Normal of(double[] means, double[] variances) {
            return new Normal(
                    means,
                    variances,
                    Arrays.stream(variances).map(StrictMath::log).sum());
        }

        @Override
        public double logarithm(double[] x) {
            double square = 0;
            for (int j = 0; j < means.length; j++) {
                double apart = x[j] - means[j];
                square += apart * apart / variances[j];
            }
            return -0.5 * (square + spread);
        }
    }

    /**
     * A density along other axes.
     *
     * @param center {@code [p]} what is 0 for {@code along}
     * @param axes {@code [p][p]}: {@code axes[j][k]} is coordinate j of axis k
     */
    record Turned(double[] center, double[][] axes, Density along) implements Density {
        private static final long serialVersionUID = 1;

        @Override
        public double logarithm(double[] x) {
            double[] turned = new double[center.length];
            for (int j = 0; j < center.length; j++) {
                for (int k = 0; k < turned.length; k++) {
                    turned[k] = Math.fma(x[j] - center[j], axes[j][k], turned[k]);
                }
            }
            return along.logarithm(turned);
        }
    }
}
