package dev.fettle.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.condition.Expression;
import dev.fettle.space.grid.Grid;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayTest {
    private static final SearchSpace SPACE = SpaceText.parse("""
            w[2][3] ~ int(0, 9)
            k in 1..3
            v[2] in {a, b} if w[1][2] > 4
            x[3] ~ uniform(-1, 1) default (0, 0.5, 1) if v[0] == a
            """);

    @Test
    void eachElementIsACoordinateInRowMajorOrder() {
        assertThat(SPACE.dimensions()).isEqualTo(12);
        assertThat(SPACE.scalars())
                .extracting(Scalar::name)
                .containsExactly(
                        "w[0][0]", "w[0][1]", "w[0][2]", "w[1][0]", "w[1][1]", "w[1][2]", "k", "v[0]", "v[1]", "x[0]",
                        "x[1]", "x[2]");
        assertThat(SPACE.scalars().get(10).defaultValue()).isEqualTo(0.5);
        assertThat(SPACE.scalars().get(8).condition())
                .isEqualTo(Expression.name("w[1][2]").above(4));
    }

    @Test
    void aPointHoldsListsAndGivesArraysAndElements() {
        double[] u = {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0, 0, 1, 0, 0.5, 1};
        Point point = SPACE.decode(u);
        assertThat(point).hasToString("w = ((0, 1, 2), (3, 4, 5)), k = 1, v = (a, b), x = (-1.0, 0.0, 1.0)");
        assertThat(point.matrix("w")).isDeepEqualTo(new double[][] {{0, 1, 2}, {3, 4, 5}});
        assertThat(point.reals("x")).containsExactly(-1, 0, 1);
        assertThat(point.find("w[1][2]")).isEqualTo(5);
        assertThat(point.find("v[1]")).isEqualTo("b");
        assertThat(point.find("w[2][0]")).isNull();
        assertThat(point.find("w[1")).isNull();
        assertThat(point.find("k[0]")).isNull();
        assertThat(SPACE.decode(SPACE.encode(point))).isEqualTo(point);
        assertThat(SPACE.canonical(point.entries())).isEqualTo(point);
    }

    @Test
    void anInactiveArrayHasNoPlace() {
        double[] u = new double[12];
        Point point = SPACE.decode(u);
        assertThat(point.names()).containsExactly("w", "k");
        assertThat(SPACE.encode(point)).endsWith(Double.NaN, Double.NaN, Double.NaN);
        assertThat(SPACE.decode(SPACE.encode(point))).isEqualTo(point);
        assertThat(SPACE.complete(point)).containsEntry("x", List.of(0.0, 0.5, 1.0));
    }

    @Test
    void constraintsSpeakOfElements() {
        SearchSpace space = SpaceText.parse("w[2] ~ uniform(0, 1)\nrequire w[0] + w[1] < 1");
        assertThat(space.allows(space.decode(new double[] {0.4, 0.5}))).isTrue();
        assertThat(space.allows(space.decode(new double[] {0.5, 0.5}))).isFalse();
        assertThatThrownBy(() -> SpaceText.parse("w[2] ~ uniform(0, 1)\nrequire w[0] + w[2] < 1"))
                .hasMessageContaining("Element (w[2]) must be one of w[0] … w[1].");
    }

    @Test
    void theLastElementMovesFastest() {
        Grid grid = new Grid(SpaceText.parse("w[2] in {a, b, c}\nm[2][1] in 1..2"));
        assertThat(grid.size()).isEqualTo(36);
        assertThat(grid.point(0)).hasToString("w = (a, a), m = ((1), (1))");
        assertThat(grid.point(1)).hasToString("w = (a, a), m = ((1), (2))");
        assertThat(grid.point(35)).hasToString("w = (c, c), m = ((2), (2))");
        assertThat(new Grid(SpaceText.parse("w[1000] in {a}")).size()).isEqualTo(1);
        assertThatThrownBy(() -> new Grid(SpaceText.parse("w[1000] in {a, b}"))).hasMessageContaining("2^63");
    }

    @Test
    void oneValueStandsForAllElementsAndATupleForEach() {
        assertThat(SpaceText.parse("w[3] ~ uniform(0, 1) default 1")
                        .parameters()
                        .get(0)
                        .defaultValue())
                .isEqualTo(List.of(1.0, 1.0, 1.0));
        assertThat(SpaceText.parse("w[2][2] ~ normal(0, 1) default ((1, 2), (3, 4))")
                        .text())
                .isEqualTo("w[2][2] ~ normal(0.0, 1.0) default ((1.0, 2.0), (3.0, 4.0))");
        assertThat(SpaceText.parse("w[2] ~ normal(0, 1) default (1, 1)").text())
                .isEqualTo("w[2] ~ normal(0.0, 1.0) default 1.0");
        assertThat(SpaceText.read("w[2] in 1..9\ntry w = (3, 4)\ntry w = 5", 1, dev.fettle.space.text.JavaValues.NONE)
                        .tries())
                .extracting(Object::toString)
                .containsExactly("w = (3, 4)", "w = (5, 5)");
    }
}
