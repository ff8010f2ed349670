package dev.fettle.space;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final SearchSpace SPACE = SearchSpace.of(
            Choice.of("solver", "sgd", "adam", "lbfgs"),
            Choice.ordered("size", "small", "medium", "large"),
            Choice.of("batch", 16, 32, 64, 128),
            Choice.of("one", "only"),
            Real.uniform("x", 0, 1).when(name("solver").is("sgd")),
            Real.logUniform("y", 1e-3, 1).step(1e-3),
            Whole.logBetween("n", 1, 1000),
            Normal.of("w", 0, 1).array(2),
            Normal.of("v", 0, 1).step(0.5));

    @Test
    void eachCoordinateHasOne() {
        assertThat(SPACE.axes())
                .containsExactly(
                        new Axis.Nominal(3),
                        new Axis.Lattice(3),
                        new Axis.Lattice(4),
                        new Axis.Nominal(1),
                        new Axis.Continuous(),
                        new Axis.Lattice(1000),
                        new Axis.Lattice(1000),
                        new Axis.Continuous(),
                        new Axis.Continuous(),
                        new Axis.Lattice(33))
                .hasSize(SPACE.dimensions());
    }

    /** What a sampler that moves in steps does, without a look at the kinds of parameters. */
    private static double moved(Axis axis, double u, RandomGenerator random) {
        if (axis instanceof Axis.Nominal n) {
            return (random.nextInt(n.values()) + 0.5) / n.values();
        }
        double step = axis instanceof Axis.Lattice l ? 1.0 / l.cells() : 0.1 * random.nextDouble();
        return Math.min(1, Math.max(0, random.nextInt(2) == 0 ? u - step : u + step));
    }

    @Test
    void aToyThatMovesAlongTheAxesStaysInTheSpaceAndNear() {
        RandomGenerator random = new Seed(1).random();
        List<Axis> axes = SPACE.axes();
        Point point = SPACE.decode(new double[] {0.1, 0.5, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5});
        for (int i = 0; i < 1000; i++) {
            double[] u = SPACE.encode(point);
            for (int d = 0; d < u.length; d++) {
                u[d] = moved(axes.get(d), Double.isNaN(u[d]) ? 0.5 : u[d], random);
            }
            Point next = SPACE.decode(u);
            assertThat(SPACE.canonical(next.entries())).isEqualTo(next);
            List<String> sizes = List.of("small", "medium", "large");
            assertThat(sizes.indexOf(next.text("size")) - sizes.indexOf(point.text("size")))
                    .isBetween(-1, 1);
            point = next;
        }
    }

    /** Up to the ten digits that a cell's ends have. */
    @Test
    void aCellHoldsThePlacesOfOneValueAndNoOther() {
        RandomGenerator random = new Seed(2).random();
        for (Scalar scalar : SPACE.scalars()) {
            for (int i = 0; i < 200; i++) {
                double u = random.nextDouble();
                double[] cell = scalar.cell(u);
                assertThat(u).isBetween(cell[0] - 1e-9, cell[1] + 1e-9);
                if (scalar.size().isPresent()) {
                    Object value = scalar.decode(u);
                    double inset = 1e-6 * (cell[1] - cell[0]) + 1e-13;
                    assertThat(scalar.decode(Math.min(1, cell[0] + inset))).isEqualTo(value);
                    assertThat(scalar.decode(Math.max(0, cell[1] - inset))).isEqualTo(value);
                    assertThat(cell[0] == 0 || !scalar.decode(cell[0] - inset).equals(value))
                            .isTrue();
                    assertThat(cell[1] == 1 || !scalar.decode(cell[1] + inset).equals(value))
                            .isTrue();
                } else {
                    assertThat(cell).containsExactly(u, u);
                }
            }
        }
    }
}
