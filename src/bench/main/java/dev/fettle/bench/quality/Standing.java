package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How a sampler stands among others, as means over problems.
 *
 * @param rank of its median, from 1; equal ones share the mean of their ranks
 * @param regret of its median run, in [0, 1]
 * @param logRegret decimal logarithm of the same, at least −6
 */
record Standing(double rank, double regret, double logRegret) {
    private static final double LEAST_REGRET = 1e-6;
    private static final double EQUAL = 1e-12;

    /** One for each sampler; all have runs on all problems. */
    static Standing[] of(Sheet sheet) {
        int samplers = sheet.samplers().size();
        int problems = sheet.problems().size();
        double[][] ranks = new double[samplers][problems];
        double[][] regrets = new double[samplers][problems];
        for (int p = 0; p < problems; p++) {
            int at = p;
            double[] medians = IntStream.range(0, samplers)
                    .mapToDouble(s -> Sample.median(sheet.values()[s][at]))
                    .toArray();
            double[] rank = ranks(medians);
            Problem problem = sheet.problems().get(p);
            for (int s = 0; s < samplers; s++) {
                ranks[s][p] = rank[s];
                regrets[s][p] = Sample.median(
                        Arrays.stream(sheet.values()[s][p]).map(problem::regret).toArray());
            }
        }
        return IntStream.range(0, samplers)
                .mapToObj(s -> new Standing(
                        Sample.mean(ranks[s]),
                        Sample.mean(regrets[s]),
                        Sample.mean(Arrays.stream(regrets[s])
                                .map(r -> Math.log10(Math.max(LEAST_REGRET, r)))
                                .toArray())))
                .toArray(Standing[]::new);
    }

    /** From 1 for the least; equal ones share the mean. */
    static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double tolerance = EQUAL * Math.abs(values[i]);
            int less = 0;
            int equal = 0;
            for (double other : values) {
                less += other < values[i] - tolerance ? 1 : 0;
                equal += Math.abs(other - values[i]) <= tolerance ? 1 : 0;
            }
            ranks[i] = less + (equal + 1) / 2.0;
        }
        return ranks;
    }
}
