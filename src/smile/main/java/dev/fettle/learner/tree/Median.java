package dev.fettle.learner.tree;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The values up to which, and from which on, half of the weight lies; mostly the same one. Of an even number of rows that
 * weigh alike the two in the middle.
 */
record Median(double lower, double upper) {
    /**
     * @param values {@code [n]}, at least one
     * @param weights {@code [n]}, above 0
     */
    static Median of(double[] values, double[] weights) {
        return DoubleStream.of(weights).allMatch(w -> w == weights[0]) ? ofAlike(values) : ofWeighted(values, weights);
    }

    private static Median ofAlike(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Median(sorted[(sorted.length - 1) / 2], sorted[sorted.length / 2]);
    }

    private static Median ofWeighted(double[] values, double[] weights) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] upTo = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        for (int i = 1; i < upTo.length; i++) {
            upTo[i] += upTo[i - 1];
        }
        double half = upTo[upTo.length - 1] / 2;
        int at = 0;
        while (upTo[at] < half) {
            at++;
        }
        int next = upTo[at] > half ? at : Math.min(at + 1, order.length - 1);
        return new Median(values[order[at]], values[order[next]]);
    }
}
