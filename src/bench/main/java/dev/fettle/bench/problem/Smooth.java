package dev.fettle.bench.problem;

import static dev.fettle.space.condition.Expression.name;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Problems of real parameters {@code x1}, {@code x2}, … made from a seed. */
final class Smooth {
    private static final double HALF = 5;
    /** Half the width of the band that a constraint leaves. */
    private static final double THIN = 0.03;

    private Smooth() {}

    /** A landscape in [−5, 5]^d, moved and turned. */
    static Problem landscape(String name, Landscape landscape, int d, Seed seed) {
        Turned turned = Turned.of(d, HALF, seed);
        SearchSpace space = space(d, i -> Real.uniform("x" + i, -HALF, HALF));
        return Problem.of(name, space, p -> landscape.at(turned.apply(vector(p, d, v -> v))), 0);
    }

    /** The exponential of a bowl over the logarithms of parameters from 1e-7 to 1e3. */
    static Problem decades(String name, int d, Seed seed) {
        Turned turned = Turned.of(d, HALF, seed);
        SearchSpace space = space(d, i -> Real.logUniform("x" + i, 1e-7, 1e3));
        return Problem.of(
                name,
                space,
                p -> {
                    double[] z = turned.apply(vector(p, d, v -> Math.log10(v) + 2));
                    return Math.exp(Turned.dot(z, z) / d);
                },
                1);
    }

    /** An ellipsoid in the unit cube, whose least place lies in the thin band where x1 + x2 is about 1. */
    static Problem thin(String name, int d, Seed seed) {
        Turned turned = Turned.of(d, 1, seed);
        double[] centre = turned.centre().clone();
        for (int i = 0; i < d; i++) {
            centre[i] += 0.5;
        }
        centre[1] = 1 - centre[0];
        Turned inside = turned.about(centre);
        SearchSpace space = space(d, i -> Real.uniform("x" + i, 0, 1))
                .require(name("x1").plus(name("x2")).atLeast(1 - THIN))
                .require(name("x1").plus(name("x2")).atMost(1 + THIN));
        return Problem.of(name, space, p -> Landscape.ELLIPSOID.at(inside.apply(vector(p, d, v -> v))), 0);
    }

    private interface Axis {
        Real number(int i);
    }

    private static SearchSpace space(int d, Axis axis) {
        return SearchSpace.of(IntStream.rangeClosed(1, d).mapToObj(axis::number).toArray(Real[]::new));
    }

    private static double[] vector(Point point, int d, DoubleUnaryOperator scale) {
        return IntStream.rangeClosed(1, d)
                .mapToDouble(i -> scale.applyAsDouble(point.real("x" + i)))
                .toArray();
    }
}
