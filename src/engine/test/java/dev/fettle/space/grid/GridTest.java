package dev.fettle.space.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.random.Seed;
import dev.fettle.space.Point;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.text.SpaceText;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GridTest {
    /** Fourteen parameters of ten values, every second one under conditions on those above: trillions of points. */
    private static final SearchSpace LARGE = SpaceText.parse("""
            p0 in 1..10
            p1 in 1..10 if p0 > 5
            p2 in 1..10
            p3 in 1..10 if p1 % 2 == 0 || p2 < 4
            p4 in 1..10
            p5 in 1..10 if p4 != 3 && p2 > 2
            p6 in 1..10
            p7 in 1..10 if p6 >= p4
            p8 in 1..10
            p9 in 1..10 if p8 in {1, 2, 3} || p3 == 7
            p10 in 1..10
            p11 in 1..10 if p5 > 1 && p9 > 1
            p12 in 1..10
            p13 in 1..10
            """);

    @Test
    void inactiveParametersDoNotMultiply() {
        Grid grid = new Grid(SpaceText.parse("""
                solver in {sgd, adam}
                momentum in {0.5, 0.9} if solver == sgd
                nesterov in {true, false} if momentum > 0.6
                k in 1..5
                """));
        assertThat(grid.size()).isEqualTo((1 + 2 + 1) * 5);
        assertThat(grid.point(0)).hasToString("solver = sgd, momentum = 0.5, k = 1");
        assertThat(grid.point(5)).hasToString("solver = sgd, momentum = 0.9, nesterov = true, k = 1");
        assertThat(grid.point(19)).hasToString("solver = adam, k = 5");
    }

    @Test
    void trillionsOfPointsCostWhatTenDo() {
        Grid grid = new Grid(LARGE);
        assertThat(grid.size()).isGreaterThan(1_000_000_000_000L);
        RandomGenerator random = new Seed(1).random();
        Set<Point> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            Point point = grid.point((long) (random.nextDouble() * grid.size()));
            assertThat(LARGE.canonical(point.entries())).isEqualTo(point);
            seen.add(point);
        }
        assertThat(seen).hasSizeGreaterThan(9_990);
        assertThat(grid.point(grid.size() - 1))
                .hasToString(
                        "p0 = 10, p1 = 10, p2 = 10, p3 = 10, p4 = 10, p5 = 10, p6 = 10, p7 = 10, p8 = 10, p10 = 10,"
                                + " p12 = 10, p13 = 10");
    }

    @Test
    void neighboursInNumberAreNeighboursInOrder() {
        Grid grid = new Grid(LARGE);
        RandomGenerator random = new Seed(2).random();
        for (int i = 0; i < 2_000; i++) {
            long index = (long) (random.nextDouble() * (grid.size() - 1));
            assertThat(compare(grid.point(index), grid.point(index + 1))).isNegative();
        }
    }

    /** In the order of the cell; up to the first difference the same parameters are active. */
    private static int compare(Point a, Point b) {
        for (String name : LARGE.names()) {
            if (a.has(name) && a.whole(name) != b.whole(name)) {
                return Integer.compare(a.whole(name), b.whole(name));
            }
        }
        return 0;
    }

    @Test
    void constraintsDoNotEnterTheNumbering() {
        Grid grid = new Grid(SpaceText.parse("a in 1..3\nb in 1..3\nrequire a < b"));
        assertThat(grid.size()).isEqualTo(9);
        assertThat(grid.count(9)).hasValue(3);
        assertThat(grid.count(8)).isEmpty();
        assertThatThrownBy(() -> grid.point(9)).hasMessage("Number (9) must be from 0 to 8.");
    }

    @Test
    void conditionsThatTellTooManyCasesApartAreRefused() {
        SearchSpace many = SpaceText.parse("a in 1..2000000\nb in 1..2 if a > 5");
        assertThatThrownBy(() -> new Grid(many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Conditions on parameter a must distinguish at most 1000000 cases in a grid. Maybe give it"
                        + " fewer values.");
        SearchSpace few = SpaceText.parse("a in 1..900000\nb in 1..2 if a > 5");
        assertThat(new Grid(few).size()).isEqualTo(5 + 2 * 899_995);
        assertThat(new Grid(few).point(6)).hasToString("a = 6, b = 2");
    }

    @Tag("slow")
    @Test
    void thousandsOfParametersAreNoProblem() {
        StringBuilder text = new StringBuilder("p0 in {true, false}\n");
        for (int i = 1; i < 2000; i++) {
            text.append('p').append(i).append(i < 60 ? " in {a, b} if p0\n" : " in {a}\n");
        }
        assertThat(new Grid(SpaceText.parse(text.toString())).size()).isEqualTo((1L << 59) + 1);
    }
}
