package dev.fettle.evaluation;

import dev.fettle.data.Dataset;
import dev.fettle.evaluation.metric.Metric;
import dev.fettle.evaluation.metric.Metrics;
import dev.fettle.random.Seed;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where a score of test rows would lie with other rows of the same kind, in 95 of 100 cases: of an accuracy the exact interval
 * of Clopper and Pearson (1934, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika
 * 26), of other metrics the middle of what rows drawn again with replacement score (Efron, 1979, the percentile bootstrap).
 * Both ends are NaN where nobody knows: of few rows, and where all draws score the same.
 *
 * @param low at most {@code high}
 */
record TestRange(double low, double high) {
    static final TestRange UNKNOWN = new TestRange(Double.NaN, Double.NaN);

    private static final double TAIL = 0.025;
    private static final int FEWEST = 10;
    private static final int MOST = 200_000;
    private static final int DRAWS = 1000;
    /** So many rows are drawn at most, and 200 times all. */
    private static final long WORK = 20_000_000;

    /** The steps of a bisection, down to the last digits of a double in [0, 1]. */
    private static final int STEPS = 60;

    /**
     * The range of a score.
     *
     * @param metric one that does not weigh rows, as those of a notebook, is not asked again and again
     * @param rows independent of each other
     * @param said what was predicted for them
     */
    static TestRange of(Metric metric, Dataset rows, double[][] said, Seed seed) {
        double[] weights = rows.weights();
        int n = weights.length;
        if (n > MOST || !metric.weighs()) {
            return UNKNOWN;
        }
        if (metric.equals(Metrics.ACCURACY) && Arrays.stream(weights).allMatch(w -> w == 1)) {
            return share((int) Math.rint(n * CrossValidation.score(metric, rows, weights, said)), n);
        }
        return n < FEWEST ? UNKNOWN : drawn(metric, rows, said, seed.random());
    }

    /** Of {@code k} among {@code n}. */
    static TestRange share(int k, int n) {
        double low = k == 0 ? 0 : root(p -> atLeast(k, n, p));
        double high = k == n ? 1 : 1 - root(p -> atLeast(n - k, n, p));
        return new TestRange(low, high);
    }

    private static double root(DoubleUnaryOperator rising) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (rising.applyAsDouble(middle) < TAIL) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** How likely k or more of n are, each with p in (0, 1). */
    private static double atLeast(int k, int n, double p) {
        double logarithm = n * StrictMath.log1p(-p);
        double odds = StrictMath.log(p) - StrictMath.log1p(-p);
        double sum = 0;
        for (int i = 0; i <= n; i++) {
            sum += i >= k ? StrictMath.exp(logarithm) : 0;
            logarithm += StrictMath.log((n - i) / (i + 1.0)) + odds;
        }
        return sum;
    }

    private static TestRange drawn(Metric metric, Dataset rows, double[][] said, RandomGenerator random) {
        double[] weights = rows.weights();
        int n = weights.length;
        int draws = (int) Math.max(200, Math.min(DRAWS, WORK / n));
        double[] scores = IntStream.range(0, draws)
                .mapToDouble(draw -> CrossValidation.score(metric, rows, again(weights, random), said))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (scores.length < draws * (1 - TAIL) || scores[0] == scores[scores.length - 1]) {
            return UNKNOWN;
        }
        int tail = (int) (TAIL * scores.length);
        return new TestRange(scores[tail], scores[scores.length - 1 - tail]);
    }

    /** Rows drawn as often as there are rows count so much more. */
    private static double[] again(double[] weights, RandomGenerator random) {
        double[] drawn = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int row = random.nextInt(weights.length);
            drawn[row] += weights[row];
        }
        return drawn;
    }
}
