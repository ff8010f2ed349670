package dev.fettle.space;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fettle.space.condition.Expression;
import dev.fettle.space.text.SpaceText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Java and the cell language say the same things. */
class FluentTest {
    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("x ~ uniform(0, 1)", Real.uniform("x", 0, 1)),
                Arguments.of(
                        "x ~ uniform(0, 1, step 0.1) default 0.5",
                        Real.uniform("x", 0, 1).step(0.1).startingAt(0.5)),
                Arguments.of("x ~ uniform(0, 1, 0.1)", Real.uniform("x", 0, 1).step(0.1)),
                Arguments.of(
                        "x ~ uniform(0, 2) default 1", Real.uniform("x", 0, 2).startingAt(1)),
                Arguments.of("x ~ logUniform(1e-5, 1e-1)", Real.logUniform("x", 1e-5, 1e-1)),
                Arguments.of(
                        "x ~ logUniform(1, 9, step = 2)",
                        Real.logUniform("x", 1, 9).step(2)),
                Arguments.of("x ~ int(1, 9) default 3", Whole.between("x", 1, 9).startingAt(3)),
                Arguments.of("x in 1..9", Whole.between("x", 1, 9)),
                Arguments.of("x in 1..9 step 4", Whole.between("x", 1, 9).step(4)),
                Arguments.of("x ~ logInt(1, 100)", Whole.logBetween("x", 1, 100)),
                Arguments.of(
                        "x ~ logInt(1, 100, step 3)",
                        Whole.logBetween("x", 1, 100).step(3)),
                Arguments.of("x ~ normal(0, 1)", Normal.of("x", 0, 1)),
                Arguments.of(
                        "x ~ normal(0, 1, step 0.5) default 1",
                        Normal.of("x", 0, 1).step(0.5).startingAt(1)),
                Arguments.of(
                        "x ~ logNormal(0, 1) default 2", Normal.log("x", 0, 1).startingAt(2)),
                Arguments.of(
                        "x ~ logNormal(0, 1, step 0.5)", Normal.log("x", 0, 1).step(0.5)),
                Arguments.of(
                        "x in {a, \"b c\"} default a",
                        Choice.of("x", "a", "b c").startingAt("a")),
                Arguments.of("x in {1, 2.5}", Choice.of("x", 1, 2.5)),
                Arguments.of("x in {1, 3, 2}", Choice.of("x", 1, 3, 2)),
                Arguments.of("x in {true, false}", Choice.of("x", true, false)),
                Arguments.of("x in {(50), (100, 50)}", Choice.of("x", List.of(50), List.of(100, 50))),
                Arguments.of("x in {small < large}", Choice.ordered("x", "small", "large")),
                Arguments.of(
                        "x[10] ~ uniform(-10, 10) default 0",
                        Real.uniform("x", -10, 10).array(10).startingAt(0)),
                Arguments.of(
                        "x[10] ~ uniform(-10, 10) default 0",
                        Real.uniform("x", -10, 10).startingAt(0).array(10)),
                Arguments.of("x[2][2] ~ normal(0, 1)", Normal.of("x", 0, 1).array(2, 2)),
                Arguments.of(
                        "x[2][2] ~ int(0, 9) default ((1, 2), (3, 4))",
                        Whole.between("x", 0, 9).array(2, 2).startingAt(List.of(List.of(1, 2), List.of(3, 4)))),
                Arguments.of("x[3] in {a, b}", Choice.of("x", "a", "b").array(3)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void aParameterIsThatOfTheText(String text, Parameter parameter) {
        assertThat(SearchSpace.of(parameter)).isEqualTo(SpaceText.parse(text));
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of(
                        "solver == sgd && hidden > 50",
                        name("solver").is("sgd").and(name("hidden").above(50))),
                Arguments.of(
                        "solver != sgd || flag", name("solver").isNot("sgd").or(name("flag"))),
                Arguments.of(
                        "!(solver in {sgd, adam})",
                        name("solver").in("sgd", "adam").not()),
                Arguments.of("hidden in {1, 2.5}", name("hidden").in(1, 2.5)),
                Arguments.of(
                        "hidden + x * 2 < 3",
                        name("hidden").plus(name("x").times(2)).below(3)),
                Arguments.of(
                        "(hidden - 1) / x <= 0.5",
                        name("hidden").minus(1).dividedBy(name("x")).atMost(0.5)),
                Arguments.of(
                        "hidden % 2 >= -x",
                        name("hidden").modulo(2).atLeast(name("x").negated())),
                Arguments.of("w[0] + w[1] < 1", name("w[0]").plus(name("w[1]")).below(1)),
                Arguments.of("m[1][0] == x", name("m[1][0]").is(name("x"))));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anExpressionIsThatOfTheText(String text, Expression expression) {
        String parameters = """
                solver in {sgd, adam, lbfgs}
                flag in {true, false}
                hidden in 1..100
                x ~ uniform(0, 1)
                w[2] ~ uniform(0, 1)
                m[2][2] ~ uniform(0, 1)
                """;
        SearchSpace space = SpaceText.parse(parameters);
        assertThat(space.require(expression)).isEqualTo(SpaceText.parse(parameters + "require " + text));
        assertThat(expression.text()).isEqualTo(text.replace("{1, 2.5}", "{1.0, 2.5}"));
    }

    @Test
    void aSpaceIsThatOfTheText() {
        SearchSpace space = SearchSpace.of(
                        Choice.of("solver", "sgd", "adam"),
                        Real.uniform("momentum", 0.5, 0.99)
                                .startingAt(0.9)
                                .when(name("solver").is("sgd")),
                        Whole.between("k", 1, 9).array(2).when(name("momentum").above(0.6)))
                .require(name("k[0]").below(name("k[1]")));
        assertThat(space).isEqualTo(SpaceText.parse("""
                solver in {sgd, adam}
                momentum ~ uniform(0.5, 0.99) default 0.9 if solver == sgd
                k[2] ~ int(1, 9) if momentum > 0.6
                require k[0] < k[1]
                """));
    }
}
