package dev.fettle.bench.problem;

import static dev.fettle.space.condition.Expression.name;

import dev.fettle.random.Seed;
import dev.fettle.space.Choice;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A problem with an algorithm, parameters of each algorithm, and of one of those parameters in turn.
 *
 * @param levels the least value of linear, tree and net
 * @param places what is best of each number, as a share of its range in its scale
 */
record Nested(double[] levels, double[] places) {
    private static final Expression NET = name("algorithm").is("net");

    private static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("algorithm", "linear", "tree", "net"),
            Real.logUniform("c", 1e-4, 1e4).when(name("algorithm").is("linear")),
            Choice.of("penalty", "l1", "l2").when(name("algorithm").is("linear")),
            Whole.between("depth", 1, 20).when(name("algorithm").is("tree")),
            Real.uniform("leaf", 0, 0.5).when(name("algorithm").is("tree")),
            Real.logUniform("rate", 1e-5, 1).when(NET),
            Choice.of("solver", "sgd", "adam").when(NET),
            Real.uniform("momentum", 0, 1).when(NET.and(name("solver").is("sgd"))),
            Real.logUniform("epsilon", 1e-10, 1e-2).when(NET.and(name("solver").is("adam"))));

    static Problem of(String name, Seed seed) {
        RandomGenerator random = seed.random();
        double[] levels = new double[3];
        double[] places = new double[6];
        Arrays.setAll(levels, i -> random.nextDouble());
        Arrays.setAll(places, i -> 0.1 + 0.8 * random.nextDouble());
        places[1] = random.nextInt(20) / 19.0;
        Nested nested = new Nested(levels, places);
        double optimum = Math.min(levels[0], Math.min(levels[1], levels[2]));
        return Problem.of(name, SPACE, nested::value, optimum);
    }

    private double value(Point p) {
        return switch (p.text("algorithm")) {
            case "linear" ->
                levels[0] + away(p.real("c"), -4, 4, 0) + (p.text("penalty").equals("l1") ? 0.3 : 0);
            case "tree" ->
                levels[1]
                        + square((p.whole("depth") - 1) / 19.0 - places[1])
                        + square(p.real("leaf") / 0.5 - places[2]);
            default -> levels[2] + away(p.real("rate"), -5, 0, 3) + solver(p);
        };
    }

    private double solver(Point p) {
        return p.text("solver").equals("sgd")
                ? square(p.real("momentum") - places[4])
                : 0.1 + away(p.real("epsilon"), -10, -2, 5);
    }

    /** The square of how far a logarithm lies from its best place, in shares of the range. */
    private double away(double value, double low, double high, int place) {
        return 4 * square((Math.log10(value) - low) / (high - low) - places[place]);
    }

    private static double square(double v) {
        return v * v;
    }
}
