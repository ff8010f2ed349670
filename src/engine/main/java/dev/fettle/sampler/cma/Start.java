package dev.fettle.sampler.cma;

import dev.fettle.random.Seed;
import dev.fettle.sampler.evidence.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Where a search begins: in the middle of the space, at the best of what is known, or by chance after a restart. Immutable,
 * for any thread.
 */
record Start(CmaSampler settings, Layout layout) {
    /** Categories begin as likely as among so many of the best trials that were told before. */
    private static final int ELITE = 5;

    private static final int SHARE = 4;
    /** Of a category, whose floor is twice the margin of a lattice as nothing else brings a value back; never above CatCMA's. */
    private static final double MOST_LEAVE = 0.27;

    /** The first distribution. */
    Belief first(List<Observation> known) {
        double[] mean = new double[layout.numeric().length];
        Arrays.fill(mean, 0.5);
        double[][] q = even();
        List<Observation> best = known.stream()
                .filter(Observation::hasLoss)
                .sorted(Observation.BEST_FIRST)
                .limit(Math.min(ELITE, 1 + known.size() / SHARE))
                .toList();
        if (!best.isEmpty()) {
            mean = layout.numbers(best.get(0).place(), mean);
        }
        for (Observation one : best) {
            int[] drawn = layout.categories(one.place());
            for (int i = 0; i < drawn.length; i++) {
                if (drawn[i] >= 0) {
                    q[i][drawn[i]] += 1;
                }
            }
        }
        return belief(0, mean, normalised(q));
    }

    /** After a restart. */
    Belief again(int restart, Seed seed) {
        RandomGenerator random = seed.child(restart).random();
        double[] mean = new double[layout.numeric().length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = random.nextDouble();
        }
        return belief(restart, mean, even());
    }

    private Belief belief(int restart, double[] mean, double[][] q) {
        Strategy strategy = Strategy.of(mean.length, population(restart), settings.active(), settings.mirrored());
        Bell bell = Bell.start(mean, settings.sigma());
        double margin = margin(strategy);
        return new Belief(
                restart,
                1,
                settings.sigma(),
                strategy,
                margin > 0 ? bell.margin(layout, margin) : bell,
                Categories.start(q, Math.min(MOST_LEAVE, 2 * leave(strategy))),
                new Trend(List.of(), 0));
    }

    private int population(int restart) {
        int first = settings.population() > 0 ? settings.population() : Strategy.population(layout.dimensions());
        double grown = first * StrictMath.pow(settings.growth(), restart);
        return (int) Math.min(grown, Math.max(first, 10_000));
    }

    /** The probability of leaving the cell of a lattice; 0 for no margin. */
    double margin(Strategy strategy) {
        return settings.margin() ? leave(strategy) : 0;
    }

    /** α = 1/(dλ) (Hamano et al., 2022, arXiv 2205.13482, section 4.4). */
    private double leave(Strategy strategy) {
        return 1.0 / (layout.dimensions() * (double) strategy.lambda());
    }

    private double[][] even() {
        double[][] q = new double[layout.values().length][];
        for (int i = 0; i < q.length; i++) {
            q[i] = new double[layout.values()[i]];
            Arrays.fill(q[i], 1.0 / q[i].length);
        }
        return q;
    }

    private static double[][] normalised(double[][] q) {
        for (double[] row : q) {
            double sum = Arrays.stream(row).reduce(0, Double::sum);
            for (int k = 0; k < row.length; k++) {
                row[k] /= sum;
            }
        }
        return q;
    }
}
