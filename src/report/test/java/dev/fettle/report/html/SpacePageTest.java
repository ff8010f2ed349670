package dev.fettle.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fettle.space.Choice;
import dev.fettle.space.Parameter;
import dev.fettle.space.Real;
import dev.fettle.space.SearchSpace;
import dev.fettle.space.Whole;
import dev.fettle.space.condition.Expression;
import dev.fettle.space.condition.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpacePageTest {
    private static final Expression SGD =
            new Expression.Binary(Operator.EQUAL, new Expression.Name("solver"), new Expression.Literal("sgd"));

    @Test
    void aRowForEachParameterAndTheSizeInWords() {
        SearchSpace space = new SearchSpace(
                List.of(
                        Choice.of("hidden", List.of(50), List.of(100, 50)),
                        Real.logUniform("alpha", 1e-5, 0.1).startingAt(1e-4),
                        Choice.of("solver", "sgd", "adam"),
                        Real.uniform("momentum", 0.5, 0.99).when(SGD)),
                List.of(new Expression.Binary(
                        Operator.LESS, new Expression.Name("alpha"), new Expression.Name("momentum"))));
        Bundle page = SpacePage.of(
                space,
                List.of("int[]", "double", "String", "double"),
                OptionalLong.empty(),
                0,
                List.of("One point takes 12 ms.", "60 trials take about 0.8 s."));
        assertThat(page.text()).isEqualTo("""
                        parameter  values                   Java    default  condition
                        hidden     in {(50), (100, 50)}     int[]   –
                        alpha      ~ logUniform(1e-5, 0.1)  double  1e-4
                        solver     in {sgd, adam}           String  –
                        momentum   ~ uniform(0.5, 0.99)     double  –        if solver == sgd
                        require alpha < momentum
                        Infinitely many points.
                        One point takes 12 ms.
                        60 trials take about 0.8 s.""");
        assertThat(page.html()).contains("<th style", "if solver == sgd", "require alpha &lt; momentum");
    }

    @Test
    void duplicatesAreCounted() {
        SearchSpace space = SearchSpace.of(
                Choice.of("solver", "sgd", "adam"), Whole.between("rate", 1, 3).when(SGD));
        assertThat(SpacePage.of(space, List.of("String", "int"), OptionalLong.of(4), 2, List.of())
                        .text())
                .endsWith("4 points; 2 of 6 combinations repeat others, as conditions switch parameters off.");
        assertThat(SpacePage.of(space, List.of("String", "int"), OptionalLong.empty(), 0, List.of())
                        .text())
                .endsWith("At most 6 points.");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 point",
        "72, 72 points",
        "999999, 999999 points",
        "1000000, 10^6 points",
        "1000000000000, 10^12 points",
        "3500000, 3.5·10^6 points",
        "3512345, about 3.5·10^6 points",
        "999999999, about 10^9 points",
        "9223372036854775807, over 9·10^18 points"
    })
    void sizesAreWords(long size, String words) {
        assertThat(SpacePage.count(size, "point")).isEqualTo(words);
    }

    @Test
    void twelveParametersFitAndFiftyAreCut() {
        for (int count : new int[] {12, 50}) {
            List<Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parameters.add(Choice.of("parameter_" + i, "x".repeat(500), "y"));
            }
            SearchSpace space = new SearchSpace(parameters, Collections.nCopies(9, new Expression.Literal(true)));
            Bundle page = SpacePage.of(
                    space,
                    Collections.nCopies(count, "String"),
                    OptionalLong.empty(),
                    0,
                    Collections.nCopies(9, "Said."));
            assertThat(page.text().lines()).hasSizeLessThanOrEqualTo(20);
            assertThat(page.html()).hasSizeLessThan(40_000);
            assertThat(page.text().contains("parameter_11")).isEqualTo(count == 12);
            assertThat(page.text().contains("more parameters")).isEqualTo(count == 50);
        }
    }

    @Test
    void thereIsATypeForEachParameter() {
        assertThatThrownBy(() -> SpacePage.of(
                        SearchSpace.of(Whole.between("x", 1, 2)), List.of(), OptionalLong.empty(), 0, List.of()))
                .hasMessage("Types (0) must be as many as the parameters, 1.");
    }
}
