package dev.fettle.learner.tree;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Rows by lot, as what each of them counts. */
final class Draws {
    private Draws() {}

    /** {@code [n]}, how often each row is among {@code count} that are drawn with replacement, in proportion to weights. */
    static double[] bootstrap(double[] weights, int count, RandomGenerator random) {
        double[] upTo = weights.clone();
        for (int r = 1; r < upTo.length; r++) {
            upTo[r] += upTo[r - 1];
        }
        double[] times = new double[weights.length];
        for (int i = 0; i < count; i++) {
            int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            // Rounding may lead to the very end.
            times[Math.min(at >= 0 ? at + 1 : -at - 1, times.length - 1)]++;
        }
        return times;
    }

    /** {@code [n]}, 1 for {@code count} of n rows, else 0. */
    static double[] some(int n, int count, RandomGenerator random) {
        int[] rows = IntStream.range(0, n).toArray();
        double[] drawn = new double[n];
        for (int i = 0; i < count; i++) {
            int j = i + random.nextInt(n - i);
            drawn[rows[j]] = 1;
            rows[j] = rows[i];
        }
        return drawn;
    }

    /** How many of n rows a count or a share of them is, at least 1. */
    static int count(Object countOrShare, int n) {
        return countOrShare instanceof Integer i ? i : Math.max(1, (int) ((Double) countOrShare * n));
    }
}
