package dev.fettle.cart;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the split of a node that leaves its children purest. Of equal ones the lowest of the feature that the lot names
 * first: small nodes have many, and trees that all broke ties alike would be too much alike for a forest. For one thread.
 */
final class Splitter {
    private final Columns columns;
    private final Target target;
    private final double[] weights;
    private final Limits limits;
    private final RandomGenerator random;
    private final int[] features;
    private final int[] sorted;
    private final double[] left;
    private final double[] right;

    Splitter(Columns columns, Target target, double[] weights, Limits limits, RandomGenerator random) {
        this.columns = columns;
        this.target = target;
        this.weights = weights;
        this.limits = limits;
        this.random = random;
        this.features = IntStream.range(0, columns.features()).toArray();
        this.sorted = new int[columns.rows()];
        this.left = new double[target.width()];
        this.right = new double[target.width()];
    }

    /**
     * A split; rows up to a rank, and with it, go left.
     *
     * @param next the lowest rank on the right
     * @param purity of both children together
     */
    record Split(int feature, int rank, int next, double purity) {}

    /** The best split of rows from..to; null if no feature varies, or none so that both sides are large enough. */
    @Nullable
    Split best(int[] rows, int from, int to, double[] sums, double weight) {
        Split best = null;
        boolean varied = false;
        for (int i = 0; i < features.length && (i < limits.features() || !varied); i++) {
            int feature = drawn(i);
            columns.sort(feature, rows, from, to, sorted);
            if (columns.rank(feature, sorted[0]) < columns.rank(feature, sorted[to - from - 1])) {
                varied = true;
                best = better(best, feature, to - from, sums, weight);
            }
        }
        return best;
    }

    /** The i-th feature to look at, without repetition. */
    private int drawn(int i) {
        int j = i + random.nextInt(features.length - i);
        int feature = features[j];
        features[j] = features[i];
        features[i] = feature;
        return feature;
    }

    /** The best split of the sorted rows, or the one before. */
    private @Nullable Split better(@Nullable Split before, int feature, int count, double[] sums, double weight) {
        Split best = before;
        Arrays.fill(left, 0);
        double weightLeft = 0;
        int rank = columns.rank(feature, sorted[0]);
        for (int i = 1; i <= count - limits.leaf(); i++) {
            int row = sorted[i - 1];
            target.add(left, row, weights[row]);
            weightLeft += weights[row];
            int next = columns.rank(feature, sorted[i]);
            double weightRight = weight - weightLeft;
            // Beside large weights the small ones of the right side may be lost in rounding.
            if (next > rank && i >= limits.leaf() && weightRight > 0) {
                double purity = target.purity(left, weightLeft) + rest(sums, weightRight);
                if (Double.isFinite(purity) && (best == null || purity > best.purity())) {
                    best = new Split(feature, rank, next, purity);
                }
            }
            rank = next;
        }
        return best;
    }

    private double rest(double[] sums, double weight) {
        for (int k = 0; k < sums.length; k++) {
            right[k] = sums[k] - left[k];
        }
        return target.purity(right, weight);
    }
}
