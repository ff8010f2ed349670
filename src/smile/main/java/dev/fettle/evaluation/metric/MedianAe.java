package dev.fettle.evaluation.metric;

import dev.fettle.trial.Direction;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The median of the absolute errors: what half of the weight lies below; of an even number the mean of the middle two
 * (Hyndman and Fan, 1996, definition 2). NaN for NaN.
 */
record MedianAe() implements Metric.OfValues {
    private static final long serialVersionUID = 1;

    @Override
    public String id() {
        return "median_ae";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double score(double[] y, double[] predicted, double[] w) {
        int[] order = IntStream.range(0, y.length)
                .filter(i -> w[i] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(y[i] - predicted[i])))
                .mapToInt(i -> i)
                .toArray();
        double half = 0.5 * Means.sum(w, i -> 1);
        double sum = 0;
        int middle = -1;
        while (sum < half && middle + 1 < order.length) {
            middle++;
            sum += w[order[middle]];
        }
        // Half of all lies below, and half above.
        int next = sum - half <= Math.ulp(1.0) ? Math.min(middle + 1, order.length - 1) : middle;
        double largest = error(y, predicted, order[order.length - 1]);
        // NaN stands last.
        return Double.isNaN(largest)
                ? Double.NaN
                : 0.5 * (error(y, predicted, order[middle]) + error(y, predicted, order[next]));
    }

    private static double error(double[] y, double[] predicted, int i) {
        return Math.abs(y[i] - predicted[i]);
    }
}
