package dev.fettle.space;

import static dev.fettle.space.condition.Expression.name;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The point of the defaults. */
class DefaultsTest {
    private static final Choice SOLVER = Choice.of("solver", "adam", "sgd");

    @Test
    void withoutADefaultThereIsNone() {
        assertThat(SearchSpace.of(SOLVER, Real.uniform("x", 0, 1)).defaults()).isEmpty();
    }

    @Test
    void whatHasNoDefaultFallsBack() {
        SearchSpace space = SearchSpace.of(SOLVER.startingAt("sgd"), Real.uniform("x", 0, 1));
        assertThat(space.defaults()).hasValue(space.canonical(Map.of("solver", "sgd", "x", 0.5)));
    }

    @Test
    void whatIsInactiveIsNotInIt() {
        Real momentum = Real.uniform("momentum", 0.5, 0.99).startingAt(0.9);
        SearchSpace space = SearchSpace.of(SOLVER, momentum.when(name("solver").is("sgd")));
        assertThat(space.defaults()).hasValue(space.canonical(Map.of("solver", "adam")));
    }

    @Test
    void itNeedNotBeAllowed() {
        SearchSpace space = SearchSpace.of(Whole.between("k", 1, 9).startingAt(9))
                .require(name("k").below(5));
        assertThat(space.defaults().map(space::allows)).hasValue(false);
    }
}
