package dev.fettle.report.trust;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The corrected resampled t-test of two models on the same folds (Nadeau and Bengio, 2003, "Inference for the generalization
 * error", Machine Learning 52; with repeated folds Bouckaert and Frank, 2004, PAKDD). Folds share training rows, so
 * that their scores differ less than those of new data would: the variance of their mean is not s²/k but
 * (1/k + n₂/n₁)·s², for n₁ rows that train and n₂ that test. Immutable, for any thread.
 *
 * @param ratio n₂/n₁, in (0, ∞); of {@code k} folds 1/(k − 1)
 */
public record CorrectedTest(double ratio) {
    /** Scores that differ by so much of their size may be equal but for rounding. */
    private static final double ROUNDING = 1e-12;

    public CorrectedTest {
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Ratio (" + ratio + ") must lie in (0, ∞). Maybe 0.25, of 5 folds.");
        }
    }

    /** For folds that test each row once. */
    public static CorrectedTest ofFolds(int k) {
        return new CorrectedTest(1.0 / (k - 1));
    }

    /**
     * How likely a mean difference would be as large as theirs, or larger, if there were none: one-sided.
     *
     * @param better {@code [folds]}, finite, the more the better
     * @param worse {@code [folds]} on the same folds
     * @return in [0, 1]; 0.5 for equal scores, 0 where all folds differ by the same, in favour of the first; NaN with fewer
     *     than two folds, or with folds that are not the same
     */
    public double p(double[] better, double[] worse) {
        double t = t(better, worse);
        if (Double.isInfinite(t)) {
            return t > 0 ? 0 : 1;
        }
        return Double.isNaN(t) ? t : new TDistribution(better.length - 1).cumulativeProbability(-t);
    }

    /**
     * The mean difference in its standard errors, which are corrected.
     *
     * @param better as for {@link #p}
     * @param worse likewise
     * @return 0 for equal scores, infinite where all folds differ by the same; NaN where {@link #p} is
     */
    public double t(double[] better, double[] worse) {
        int k = better.length;
        if (k < 2 || worse.length != k) {
            return Double.NaN;
        }
        double size = Math.max(largest(better), largest(worse));
        double[] differences = new double[k];
        Arrays.setAll(differences, f -> size == 0 ? 0 : better[f] / size - worse[f] / size);
        if (largest(differences) <= ROUNDING) {
            return 0;
        }
        double mean = Arrays.stream(differences).sum() / k;
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        double deviation = Math.sqrt(squares / (k - 1));
        if (deviation <= ROUNDING) {
            return Math.copySign(Double.POSITIVE_INFINITY, mean);
        }
        return mean / (deviation * Math.sqrt(1.0 / k + ratio));
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
