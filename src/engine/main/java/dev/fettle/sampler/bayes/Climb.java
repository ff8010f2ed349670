package dev.fettle.sampler.bayes;

import dev.fettle.math.BoxLbfgs;
import dev.fettle.math.Lbfgs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Climbs the acquisition from a place: numbers by quasi-Newton steps, then the best change of one value of those that have
 * few, or of one step in a row of many, until nothing rises.
 */
final class Climb {
    /** A row of at most so many values is gone through; a longer one is a continuum that is rounded. */
    private static final int FEW = 16;

    private static final int ROUNDS = 10;
    /** So many neighbours are looked at in about a millisecond. */
    private static final int AT_ONCE = 64;

    private static final BoxLbfgs SEARCH = new BoxLbfgs(10, 40, 1e-5, 1e-10);

    private final Places places;
    private final Embedding embedding;
    private final Acquisition acquisition;
    private final Region region;
    private final BooleanSupplier goOn;

    Climb(Places places, Embedding embedding, Acquisition acquisition, Region region, BooleanSupplier goOn) {
        this.region = region;
        this.places = places;
        this.embedding = embedding;
        this.acquisition = acquisition;
        this.goOn = goOn;
    }

    /** A place and its acquisition. */
    record Summit(double[] u, double value) {}

    /** @param start a place that breaks no constraint */
    Summit from(Summit start) {
        Summit here = start;
        for (int round = 0; round < ROUNDS; round++) {
            Summit smooth = smooth(here);
            Summit higher = smooth.value() > here.value() ? smooth : here;
            Summit best = step(higher);
            if (!(best.value() > higher.value())) {
                return higher;
            }
            here = best;
        }
        return here;
    }

    private boolean isSmooth(int c) {
        return places.values(c) == 0 || (places.isOrdered(c) && places.values(c) > FEW);
    }

    private Summit smooth(Summit from) {
        double[] seen = places.seen(from.u());
        int[] moving = new int[seen.length];
        int n = 0;
        for (int c = 0; c < seen.length; c++) {
            if (isSmooth(c) && !Double.isNaN(seen[c])) {
                moving[n++] = c;
            }
        }
        if (n == 0) {
            return from;
        }
        int[] coordinates = Arrays.copyOf(moving, n);
        int[] features = Arrays.stream(coordinates).map(embedding::first).toArray();
        double[] z = embedding.of(seen);
        Lbfgs.Problem problem = (x, gradient) -> {
            goOn();
            double[] moved = z.clone();
            for (int j = 0; j < x.length; j++) {
                moved[features[j]] = x[j];
            }
            double v = acquisition.at(moved, features, gradient);
            for (int j = 0; j < x.length; j++) {
                gradient[j] = -gradient[j];
            }
            return -v;
        };
        double[] start =
                Arrays.stream(coordinates).mapToDouble(c -> from.u()[c]).toArray();
        double[] low =
                Arrays.stream(coordinates).mapToDouble(c -> region.low()[c]).toArray();
        double[] high =
                Arrays.stream(coordinates).mapToDouble(c -> region.high()[c]).toArray();
        double[] end = SEARCH.minimize(problem, start, low, high).x();
        double[] u = from.u().clone();
        for (int j = 0; j < n; j++) {
            u[coordinates[j]] = end[j];
        }
        return allowed(u, from);
    }

    /** The place, or the last one on the way there that breaks no constraint. */
    private Summit allowed(double[] u, Summit from) {
        double[] here = u;
        for (int halvings = 0; halvings < 10; halvings++) {
            if (places.point(here) != null) {
                return new Summit(here, acquisition.at(embedding.of(places.seen(here))));
            }
            double[] nearer = here.clone();
            for (int c = 0; c < nearer.length; c++) {
                nearer[c] = 0.5 * (here[c] + from.u()[c]);
            }
            here = nearer;
        }
        return from;
    }

    /** The best change of one value. */
    private Summit step(Summit from) {
        List<double[]> neighbours = new ArrayList<>();
        for (int c = 0; c < places.dimensions(); c++) {
            long values = places.values(c);
            if (values > 1) {
                for (double v : isSmooth(c) ? near(c, from.u()[c], values) : all(c, values)) {
                    double[] u = from.u().clone();
                    u[c] = v;
                    neighbours.add(u);
                }
            }
        }
        neighbours.removeIf(u -> places.point(u) == null);
        Summit best = from;
        for (int at = 0; at < neighbours.size(); at += AT_ONCE) {
            best = best(neighbours.subList(at, Math.min(neighbours.size(), at + AT_ONCE)), best);
        }
        return best;
    }

    private Summit best(List<double[]> some, Summit before) {
        goOn();
        double[] scores =
                acquisition.at(embedding.columns(some.stream().map(places::seen).toList()), some.size());
        Summit best = before;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > best.value()) {
                best = new Summit(some.get(i), scores[i]);
            }
        }
        return best;
    }

    private void goOn() {
        if (!goOn.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private double[] all(int c, long values) {
        double[] all = new double[(int) values];
        for (int k = 0; k < values; k++) {
            all[k] = places.value(c, k);
        }
        return all;
    }

    private double[] near(int c, double u, long values) {
        long low = 0;
        long high = values - 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (places.value(c, middle) < u) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Double> near = new ArrayList<>();
        for (long k = low - 2; k <= low + 1; k++) {
            if (k >= 0 && k < values) {
                near.add(places.value(c, k));
            }
        }
        return near.stream().mapToDouble(v -> v).toArray();
    }
}
