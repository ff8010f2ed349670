package dev.fettle.learner.prepare;

import dev.fettle.data.Feature;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Stream;

/**
 * One scale for a column of numbers: {@code (x − from) / unit}.
 *
 * @param unit above 0
 */
record Scaling(double from, double unit) implements Columns.Change {
    private static final long serialVersionUID = 1;

    /** Mean 0 and standard deviation 1. */
    static Scaling standard(double[] x) {
        double mean = Arrays.stream(x).sum() / x.length;
        double variance = Arrays.stream(x).map(v -> square(v - mean)).sum() / x.length;
        // scikit-learn's bound of what rounding makes of a constant column.
        double rounding = x.length * Math.ulp(1.0) * variance + square(x.length * mean * Math.ulp(1.0));
        return new Scaling(mean, variance <= rounding ? 1 : Math.sqrt(variance));
    }

    private static double square(double v) {
        return v * v;
    }

    /** From 0 to 1. */
    static Scaling minmax(double[] x) {
        DoubleSummaryStatistics range = Arrays.stream(x).summaryStatistics();
        double width = range.getMax() - range.getMin();
        return new Scaling(range.getMin(), width > 0 ? width : 1);
    }

    @Override
    public Stream<Feature> of(Feature column) {
        return Stream.of(new Feature.Numbers(
                column.name(),
                Arrays.stream(((Feature.Numbers) column).x())
                        .map(v -> (v - from) / unit)
                        .toArray()));
    }
}
