package dev.fettle.sampler.bayes;

import dev.fettle.sampler.evidence.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Where the model looks, and at which trials: everywhere and at all, or, once there are too many, around the best of them at
 * the nearest (a trust region as large as the data that describe it; Eriksson et al., 2019, "Scalable global optimization via
 * local Bayesian optimization", NeurIPS, fit theirs to the best instead). Nobody may write into the arrays.
 *
 * @param heard the trials, in the order in which they were told
 * @param low {@code [coordinates]} of the box
 * @param high as many, each at least the low one
 */
record Region(List<Observation> heard, double[] low, double[] high) {
    /** A local model has so many trials. */
    private static final int NEAREST = 200;

    /** The box reaches at least so much of its width beyond the best trial: one at the edge moves it. */
    private static final double ROOM = 0.25;

    /** Trials that are nearer to each other look the same from afar; the side of the space is 1. */
    private static final double GAP = 0.01;

    /** A box at a random place in this one, half as wide in each coordinate, for the same trials. */
    Region part(RandomGenerator random) {
        double[] from = low.clone();
        double[] to = high.clone();
        for (int c = 0; c < from.length; c++) {
            double half = 0.5 * (high[c] - low[c]);
            from[c] = low[c] + half * random.nextDouble();
            to[c] = from[c] + half;
        }
        return new Region(heard, from, to);
    }

    /** The trials, by their index, that may be the best: the complete ones, or where there is none all that have a loss. */
    IntStream contenders() {
        boolean any = heard.stream().anyMatch(Observation::complete);
        return IntStream.range(0, heard.size())
                .filter(i -> any ? heard.get(i).complete() : heard.get(i).hasLoss());
    }

    /** @param most so many trials are all looked at */
    static Region of(List<Observation> heard, Embedding embedding, int most) {
        if (heard.size() <= most) {
            return everywhere(heard, embedding);
        }
        double[] best = heard.get(best(heard)).place();
        double[] centre = embedding.of(best);
        double[] distances = heard.stream()
                .mapToDouble(o -> distance(centre, embedding.of(o.place())))
                .toArray();
        List<Observation> near = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(nearest(most))
                .sorted()
                .<Observation>map(heard::get)
                .toList();
        return around(best, near);
    }

    /**
     * The whole space, for one who looks at all of it: the best trial, and those that lie farthest from it and from each other,
     * at most so many. A search that has converged hardly tells more by the others.
     */
    static Region overview(List<Observation> heard, Embedding embedding, int most) {
        double[][] z = heard.stream().map(o -> embedding.of(o.place())).toArray(double[][]::new);
        double[] gaps = new double[z.length];
        Arrays.fill(gaps, Double.POSITIVE_INFINITY);
        List<Integer> taken = new ArrayList<>();
        for (int next = best(heard); taken.size() < most && gaps[next] > GAP * GAP; next = most(gaps)) {
            taken.add(next);
            for (int i = 0; i < z.length; i++) {
                gaps[i] = Math.min(gaps[i], distance(z[next], z[i]));
            }
        }
        return everywhere(taken.stream().sorted().<Observation>map(heard::get).toList(), embedding);
    }

    /** The index of the best trial. */
    static int best(List<Observation> heard) {
        return IntStream.range(0, heard.size())
                .boxed()
                .min(Comparator.comparing(heard::get, Observation.BEST_FIRST))
                .orElseThrow();
    }

    private static int most(double[] gaps) {
        int most = 0;
        for (int i = 1; i < gaps.length; i++) {
            most = gaps[i] > gaps[most] ? i : most;
        }
        return most;
    }

    private static Region everywhere(List<Observation> heard, Embedding embedding) {
        double[] low = new double[embedding.coordinates()];
        double[] high = new double[low.length];
        for (int c = 0; c < low.length; c++) {
            low[c] = embedding.low(c);
            high[c] = 1 - low[c];
            for (Observation one : low[c] > 0 ? heard : List.<Observation>of()) {
                double u = one.place()[c];
                // NaN fails both.
                low[c] = u < low[c] ? u : low[c];
                high[c] = u > high[c] ? u : high[c];
            }
        }
        return new Region(heard, low, high);
    }

    /** How many are looked at once there are more than {@code most}. */
    static int nearest(int most) {
        return Math.min(NEAREST, most);
    }

    /** The square of the distance of two places as the model sees them. */
    static double distance(double[] x, double[] y) {
        double sum = 0;
        for (int f = 0; f < x.length; f++) {
            sum += (x[f] - y[f]) * (x[f] - y[f]);
        }
        return sum;
    }

    private static Region around(double[] best, List<Observation> near) {
        int coordinates = best.length;
        double[] low = new double[coordinates];
        double[] high = new double[coordinates];
        Arrays.fill(low, 1);
        for (Observation one : near) {
            for (int c = 0; c < coordinates; c++) {
                double u = one.place()[c];
                if (!Double.isNaN(u)) {
                    low[c] = Math.min(low[c], u);
                    high[c] = Math.max(high[c], u);
                }
            }
        }
        for (int c = 0; c < coordinates; c++) {
            if (low[c] > high[c]) {
                low[c] = 0;
                high[c] = 1;
            } else if (!Double.isNaN(best[c])) {
                double room = ROOM * (high[c] - low[c]);
                low[c] = Math.max(0, Math.min(low[c], best[c] - room));
                high[c] = Math.min(1, Math.max(high[c], best[c] + room));
            }
        }
        return new Region(near, low, high);
    }
}
