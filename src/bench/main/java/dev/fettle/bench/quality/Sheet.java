package dev.fettle.bench.quality;

import dev.fettle.bench.problem.Problem;
import dev.fettle.random.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Best values after the same number of trials.
 *
 * @param values {@code [sampler][problem][run]}; no run where a sampler has not run so far
 */
record Sheet(List<String> samplers, List<Problem> problems, double[][][] values) {
    /** Fewer runs have no spread. */
    private static final int LEAST_RUNS = 2;

    private static final Seed RESAMPLING = new Seed(1).child("bootstrap");

    static Sheet of(List<Recording> recordings, List<Problem> problems, int trials) {
        return new Sheet(
                recordings.stream().map(Recording::sampler).toList(),
                problems,
                recordings.stream()
                        .map(r -> problems.stream()
                                .map(p -> r.values(p.name(), trials))
                                .toArray(double[][]::new))
                        .toArray(double[][][]::new));
    }

    /** Whether a sampler has enough runs on a problem to be compared. */
    boolean has(int sampler, int problem) {
        return values[sampler][problem].length >= LEAST_RUNS;
    }

    /** Those samplers that have enough runs, on all problems or on at least one. */
    Sheet with(boolean all) {
        int[] kept = IntStream.range(0, samplers.size())
                .filter(s -> {
                    IntStream on = IntStream.range(0, problems.size());
                    return all ? on.allMatch(p -> has(s, p)) : on.anyMatch(p -> has(s, p));
                })
                .toArray();
        return new Sheet(
                IntStream.of(kept).mapToObj(samplers::get).toList(),
                problems,
                IntStream.of(kept).mapToObj(s -> values[s]).toArray(double[][][]::new));
    }

    /** The runs of each sampler on each problem drawn again with replacement: the same for a number, whoever else is there. */
    Sheet resampled(int number) {
        double[][][] drawn = new double[samplers.size()][problems.size()][];
        for (int s = 0; s < drawn.length; s++) {
            Seed own = RESAMPLING.child(samplers.get(s));
            for (int p = 0; p < drawn[s].length; p++) {
                drawn[s][p] =
                        drawn(values[s][p], own.child(problems.get(p).name()).child(number));
            }
        }
        return new Sheet(samplers, problems, drawn);
    }

    private static double[] drawn(double[] from, Seed seed) {
        RandomGenerator random = seed.random();
        return IntStream.range(0, from.length)
                .mapToDouble(i -> from[random.nextInt(from.length)])
                .toArray();
    }
}
