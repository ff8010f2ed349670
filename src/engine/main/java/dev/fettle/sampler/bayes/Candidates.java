package dev.fettle.sampler.bayes;

import dev.fettle.sampler.evidence.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Places from which to climb: anywhere in the region, and near the trials that are believed to be best. */
record Candidates(Places places, int anywhere, int near) {
    private static final int BEST = 5;
    /** A coordinate of a near place moves with this chance, or so that two move on average. */
    private static final double MOVES = 0.3;

    /** Places that break no constraint. */
    List<double[]> of(Model model, RandomGenerator random) {
        List<Observation> heard = model.region().heard();
        List<Observation> best = model.region()
                .contenders()
                .boxed()
                .sorted(Comparator.comparingDouble(i -> model.means()[i]))
                .limit(BEST)
                .<Observation>map(heard::get)
                .toList();
        List<double[]> candidates = new ArrayList<>();
        for (int i = 0; i < anywhere; i++) {
            candidates.add(anywhere(model.region(), random));
        }
        for (int i = 0; i < near; i++) {
            candidates.add(near(best.get(i % best.size()).place(), model, random));
        }
        candidates.removeIf(u -> places.point(u) == null);
        return candidates;
    }

    private static double[] anywhere(Region region, RandomGenerator random) {
        double[] u = new double[region.low().length];
        for (int c = 0; c < u.length; c++) {
            u[c] = region.low()[c] + random.nextDouble() * (region.high()[c] - region.low()[c]);
        }
        return u;
    }

    /** Some coordinates move: numbers by a share of their length, values without an order to any other. */
    private double[] near(double[] place, Model model, RandomGenerator random) {
        Region region = model.region();
        double[] u = anywhere(region, random);
        double width = StrictMath.pow(10, -3 * random.nextDouble());
        double chance = Math.max(MOVES, 2.0 / place.length);
        for (int c = 0; c < u.length; c++) {
            boolean moves = random.nextDouble() < chance;
            if (Double.isNaN(place[c])) {
                continue;
            }
            if (!moves) {
                u[c] = place[c];
            } else if (places.isOrdered(c)) {
                double moved = place[c] + Math.min(1, model.kernel().lengths()[c]) * width * random.nextGaussian();
                u[c] = Math.min(region.high()[c], Math.max(region.low()[c], moved));
            }
        }
        return u;
    }
}
