package dev.fettle.space.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.random.Seed;
import dev.fettle.space.Parameter;
import dev.fettle.space.Point;
import dev.fettle.space.Real;
import dev.fettle.space.Scalar;
import dev.fettle.space.Scale;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.grid.Grid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws over random spaces. */
@Tag("slow")
class SpaceTextLawsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void thePrintedSpaceParsesToAnEqualOne(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < 2500; i++) {
            SearchSpace space = RandomSpaces.space(random, false);
            SearchSpace again = SpaceText.parse(space.text());
            assertThat(again).isEqualTo(space);
            assertThat(again.text()).isEqualTo(space.text());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void randomPointsAreLegalUnderConditionsAndConstraints(long seed) {
        RandomGenerator random = new Seed(seed).random();
        int points = 0;
        while (points < 250_000) {
            SearchSpace space = RandomSpaces.space(random, false);
            double[] u = new double[space.dimensions()];
            for (int i = 0; i < 500; i++) {
                for (int j = 0; j < u.length; j++) {
                    u[j] = random.nextDouble();
                }
                Point point = space.decode(u);
                if (!space.allows(point)) {
                    continue;
                }
                points++;
                legal(space, point);
            }
        }
    }

    /** By the definitions, and not by the code that made the point. */
    private static void legal(SearchSpace space, Point point) {
        int kept = 0;
        for (Parameter p : space.parameters()) {
            boolean active = p.condition() == null || p.condition().holds(point::find);
            Object value = point.find(p.name());
            if (active != (value != null) || (value != null && !p.contains(value))) {
                throw new AssertionError(p + " in " + point);
            }
            kept += active ? 1 : 0;
        }
        var all = space.complete(point);
        Point whole = Point.of(all);
        if (kept != point.names().size()
                || !space.constraints().stream().allMatch(c -> c.holds(whole::find))
                || !space.canonical(all).equals(point)) {
            throw new AssertionError(space.text() + "\n" + point);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void encodingLeadsBackToThePoint(long seed) {
        RandomGenerator random = new Seed(seed).random();
        for (int i = 0; i < 2500; i++) {
            SearchSpace space = RandomSpaces.space(random, false);
            double[] u = random.doubles(space.dimensions()).toArray();
            Point point = space.decode(u);
            double[] back = space.encode(point);
            assertThat(back).hasSize(u.length);
            List<Scalar> scalars = space.scalars();
            for (int j = 0; j < u.length; j++) {
                Object value = point.find(scalars.get(j).name());
                assertThat(Double.isNaN(back[j])).isEqualTo(value == null);
                if (value != null) {
                    near(scalars.get(j), value, scalars.get(j).decode(back[j]));
                }
            }
        }
    }

    private static void near(Scalar p, Object value, Object back) {
        if (p instanceof Real r && r.step() == 0 && r.scale() == Scale.LINEAR) {
            double largest = Math.max(Math.abs(r.low()), Math.abs(r.high()));
            assertThat(Math.abs((Double) back - (Double) value)).isLessThanOrEqualTo(4 * Math.ulp(largest));
        } else {
            assertThat(back).isEqualTo(value);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aGridHoldsEachConfigurationOnceInTheOrderOfItsCells(long seed) {
        RandomGenerator random = new Seed(seed).random();
        int grids = 0;
        while (grids < 150) {
            SearchSpace space = RandomSpaces.space(random, true);
            if (space.size().orElseThrow() > 20_000) {
                continue;
            }
            grids++;
            Set<Point> expected = new LinkedHashSet<>();
            walk(space, 0, new ArrayList<>(), expected);
            Grid grid = new Grid(space);
            List<Point> all = new ArrayList<>();
            for (long index = 0; index < grid.size(); index++) {
                all.add(grid.point(index));
            }
            assertThat(all).containsExactlyElementsOf(expected);
            assertThat(grid.count(20_000))
                    .hasValue(all.stream().filter(space::allows).count());
        }
    }

    /** All cells, the last parameter fastest. */
    private static void walk(SearchSpace space, int i, List<Object> chosen, Set<Point> into) {
        if (i == space.parameters().size()) {
            var values = new java.util.HashMap<String, Object>();
            for (int j = 0; j < i; j++) {
                values.put(space.names().get(j), chosen.get(j));
            }
            into.add(space.canonical(values));
            return;
        }
        Parameter p = space.parameters().get(i);
        for (long v = 0; v < p.size().orElseThrow(); v++) {
            chosen.add(p.value(v));
            walk(space, i + 1, chosen, into);
            chosen.remove(i);
        }
    }
}
