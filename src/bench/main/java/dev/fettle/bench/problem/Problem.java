package dev.fettle.bench.problem;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A function to be minimised on a space. For any thread.
 *
 * @param function takes points of the space, without inactive parameters; never NaN
 * @param noise standard deviation of what a trial sees around the function, 0 for none
 * @param optimum the least value, or the least known
 * @param median of the function at random points, above the optimum
 */
public record Problem(
        String name, SearchSpace space, ToDoubleFunction<Point> function, double noise, double optimum, double median) {
    private static final int POINTS = 20_000;
    private static final int TRIES = 1_000 * POINTS;

    public Problem {
        if (!(median > optimum)) {
            throw new IllegalArgumentException(
                    "Median (" + median + ") of problem " + name + " must be above its optimum " + optimum + ".");
        }
    }

    /** Without noise; the median is that of {@value #POINTS} points of a fixed seed. */
    public static Problem of(String name, SearchSpace space, ToDoubleFunction<Point> function, double optimum) {
        return new Problem(name, space, function, 0, optimum, median(space, function));
    }

    /** With noise of a tenth of the way from a random point to the optimum. */
    public Problem noisy() {
        return new Problem(name + "_noisy", space, function, (median - optimum) / 10, optimum, median);
    }

    /** The value at a point, without noise. */
    public double evaluate(Point point) {
        return function.applyAsDouble(point);
    }

    /** What trial {@code number} of the study with this seed sees at a point. */
    public double observe(Point point, int number, Seed study) {
        double value = evaluate(point);
        return noise == 0
                ? value
                : value + noise * study.child("noise").child(number).random().nextGaussian();
    }

    /** 0 at the optimum and below, 1 at the median of random points and above. */
    public double regret(double value) {
        return Math.min(1, Math.max(0, (value - optimum) / (median - optimum)));
    }

    private static double median(SearchSpace space, ToDoubleFunction<Point> function) {
        RandomGenerator random = new Seed(20_000).random();
        double[] values = new double[POINTS];
        int found = 0;
        for (int t = 0; t < TRIES && found < POINTS; t++) {
            double[] u = new double[space.dimensions()];
            Arrays.setAll(u, i -> random.nextDouble());
            Point point = space.decode(u);
            if (space.allows(point)) {
                values[found++] = function.applyAsDouble(point);
            }
        }
        double[] sorted = Arrays.copyOf(values, found);
        Arrays.sort(sorted);
        return sorted[found / 2];
    }
}
